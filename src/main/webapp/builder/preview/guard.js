/**
 * Keeps the preview where it is: fragment links scroll, other links and forms only say where they
 * would lead.
 * @param {import('./frame.js').PreviewFrame} frame
 * @param {(text: string) => void} say
 * @param {AbortSignal} signal
 */
export function guard(frame, say, signal) {
  const { document } = frame;
  const follow = (event) => {
    const link = event.target.closest?.('a[href], area[href]');
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute('href');
    if (href.startsWith('#')) frame.goTo(href);
    else say(`Links rest in the preview. This one leads to ${href}`);
  };
  const stay = (event) => {
    const sends = event.target.closest?.('button, input')?.matches('form :is(button:not([type="button"]), [type="submit"], [type="image"])');
    if (!sends) return;
    event.preventDefault();
    say('Forms rest in the preview.');
  };
  document.addEventListener('click', follow, { signal });
  document.addEventListener('auxclick', follow, { signal });
  document.addEventListener('click', stay, { signal });
}
