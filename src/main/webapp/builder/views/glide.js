const calm = matchMedia('(prefers-reduced-motion: reduce)');
const GLIDE = { duration: 160, easing: 'cubic-bezier(.2,.7,.3,1)' };

/**
 * Lets what changes its place in a list glide there, and keeps the focus, which moving an element
 * loses. For lists whose order changes only: asking for places makes the browser lay the page out.
 * @param {HTMLElement} list
 * @param {() => void} change moves its children
 * @param {(child: Element) => boolean} still what must not glide
 */
export function glide(list, change, still) {
  const before = new Map([...list.children].map((child, at) => [child, { at, top: child.offsetTop }]));
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  change();
  if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
  if (calm.matches) return;
  const stayed = [...list.children].filter((child) => before.has(child));
  const swapped = stayed.some((child, at) => at > 0 && before.get(stayed[at - 1]).at > before.get(child).at);
  if (!swapped) return;
  for (const child of stayed) {
    const by = before.get(child).top - child.offsetTop;
    if (by && !still(child)) child.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], GLIDE);
  }
}
