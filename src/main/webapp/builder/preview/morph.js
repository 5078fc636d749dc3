/**
 * Makes a tree equal to another by touching only what differs: equal nodes stay where they are with
 * all that a person did to them, a growing text is appended to.
 * @param {HTMLElement} target in the page; stays the same node unless the root's tag differs
 * @param {HTMLElement} source is used up
 * @returns {HTMLElement} what stands in the page now
 */
export function morph(target, source) {
  if (isAlike(target, source)) {
    patch(target, source);
    return target;
  }
  target.replaceWith(source);
  return source;
}

function patch(target, source) {
  if (target.nodeType === Node.ELEMENT_NODE) {
    patchAttributes(target, source);
    patchChildren(target, source);
  } else if (target.data !== source.data) {
    if (source.data.startsWith(target.data)) target.appendData(source.data.slice(target.data.length));
    else target.data = source.data;
  }
}

function patchAttributes(target, source) {
  for (const { namespaceURI, localName } of [...target.attributes]) {
    if (!source.hasAttributeNS(namespaceURI, localName)) target.removeAttributeNS(namespaceURI, localName);
  }
  for (const { namespaceURI, localName, name, value } of source.attributes) {
    if (target.getAttributeNS(namespaceURI, localName) !== value) target.setAttributeNS(namespaceURI, name, value);
  }
}

/** The equal end is left alone, the rest is matched in order. */
function patchChildren(target, source) {
  let old = target.childNodes.length;
  let wanted = source.childNodes.length;
  if (old !== wanted) {
    while (old && wanted && target.childNodes[old - 1].isEqualNode(source.childNodes[wanted - 1])) {
      old--;
      wanted--;
    }
  }
  const end = target.childNodes[old] ?? null;
  const fresh = [...source.childNodes].slice(0, wanted);
  const stale = [...target.childNodes].slice(0, old);
  fresh.forEach((node, at) => {
    const known = stale[at];
    if (!known) target.insertBefore(node, end);
    else if (!isAlike(known, node)) known.replaceWith(node);
    // The browser compares faster than this can patch, and most of a growing text is as it was.
    else if (!known.isEqualNode(node)) patch(known, node);
  });
  for (const node of stale.slice(wanted)) node.remove();
}

const isAlike = (one, other) =>
  one.nodeType === other.nodeType && one.nodeName === other.nodeName && one.namespaceURI === other.namespaceURI;
