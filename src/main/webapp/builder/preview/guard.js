const DOUBLE_CLICK_MS = 280;

/**
 * Keeps the preview where it is: fragment links scroll, other links and forms only say where they
 * would lead. A double click is for the text, so a link waits a moment for the second one.
 * @param {import('./frame.js').PreviewFrame} frame
 * @param {(text: string) => void} say
 * @param {AbortSignal} signal
 */
export function guard(frame, say, signal) {
  const { document } = frame;
  let leaving = 0;
  const follow = (event) => {
    const link = event.target.closest?.('a[href], area[href]');
    if (!link) return;
    event.preventDefault();
    clearTimeout(leaving);
    if (link.isContentEditable || event.detail > 1) return;
    const href = link.getAttribute('href');
    const go = () => (href.startsWith('#') ? frame.goTo(href) : say(`Links rest in the preview. This one leads to ${href}`));
    // Pressed by a key, there is no second click.
    leaving = setTimeout(go, event.detail ? DOUBLE_CLICK_MS : 0);
  };
  const stay = (event) => {
    const sends = event.target.closest?.('button, input')?.matches('form :is(button:not([type="button"]), [type="submit"], [type="image"])');
    if (!sends) return;
    event.preventDefault();
    if (event.target.isContentEditable) return;
    say('Forms rest in the preview.');
  };
  document.addEventListener('click', follow, { signal });
  document.addEventListener('auxclick', follow, { signal });
  document.addEventListener('click', stay, { signal });
}
