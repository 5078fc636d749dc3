/** Which texts of a section a person can edit in place, and how one of them is replaced in its markup. */

const MARKS = 'a,abbr,b,bdi,bdo,br,cite,code,data,del,dfn,em,i,ins,kbd,mark,q,s,samp,small,span,strong,sub,sup,time,u,var,wbr,img';
const NEVER = 'textarea,select,option,script,style,svg,svg *';
const ONE_LINE = 'a,button,span,summary,label,time,abbr,code,kbd';

const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
const isText = (element) => hasText(element) && !element.matches(NEVER) && [...element.querySelectorAll('*')].every((one) => one.matches(MARKS) || one.closest('svg'));

/**
 * The text around an element: a mark in a sentence belongs to the sentence, a link or button stands
 * for itself.
 * @param {Element} target
 * @param {Element} root of the section
 * @returns {Element|null}
 */
export function textAround(target, root) {
  const label = target.closest('a, button');
  if (label && root.contains(label) && isText(label)) return label;
  let found = null;
  for (let one = target; one && root.contains(one); one = one.parentElement) {
    if (isText(one)) found = one;
    else if (found) break;
  }
  return found;
}

/** @param {Element} root of the section @returns {Element[]} every text in it that can be seen, in the order of the page */
export const textsOf = (root) =>
  [root, ...root.querySelectorAll('*')].filter((one) => textAround(one, root) === one && one.checkVisibility());

/** @param {Element} text whether a line may break in it */
export const breaks = (text) => !text.matches(ONE_LINE);

/** A line end in a text is a break, a space, or itself where white space is kept. @param {Element} text in the page */
function lineEndOf(text) {
  if (/^(pre|break)/.test(getComputedStyle(text).whiteSpace)) return 'kept';
  return breaks(text) ? 'break' : 'space';
}

/** @param {Element} root @param {Element} element @returns {number[]} the way from one to the other */
export function pathTo(root, element) {
  const path = [];
  for (let one = element; one !== root; one = one.parentElement) path.unshift([...one.parentElement.children].indexOf(one));
  return path;
}

/** @param {Element} root @param {number[]} path @returns {Element|undefined} */
export const at = (root, path) => path.reduce((one, index) => one?.children[index], root);

/** @param {Document} document without scripts @param {string} html @returns {Element|null} a fragment's root, in no page */
export function parsed(document, html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/**
 * The markup with one text replaced; every other node is as it was.
 * @param {Element} root a copy of the section's markup, is changed
 * @param {number[]} path to the text
 * @param {Element} edited what a person made of it
 * @returns {string}
 */
export function withText(root, path, edited) {
  const text = at(root, path);
  text.replaceChildren(...clean(edited, text.ownerDocument, lineEndOf(edited)));
  trimEnd(text);
  return root.outerHTML;
}

/** Words and marks, without what editing left among them. */
function clean(element, document, lineEnd) {
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return lines(node.data, document, lineEnd);
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    if (node.localName === 'svg') return [document.importNode(node, true)];
    if (!node.matches(MARKS)) return clean(node, document, lineEnd);
    const copy = document.importNode(node, false);
    copy.append(...clean(node, document, lineEnd));
    return [copy];
  });
}

function lines(text, document, lineEnd) {
  if (lineEnd !== 'break') return [document.createTextNode(lineEnd === 'kept' ? text : text.replaceAll('\n', ' '))];
  return text.split('\n').flatMap((line, index) => (index ? [document.createElement('br'), document.createTextNode(line)] : [document.createTextNode(line)]));
}

/** The last break of an editable text only holds the caret. */
function trimEnd(text) {
  for (let last = text.lastChild; last && (last.localName === 'br' || last.data === ''); last = text.lastChild) last.remove();
}
