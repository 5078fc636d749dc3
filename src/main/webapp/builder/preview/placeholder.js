const CSS = `
[data-coming] { display: grid; align-content: start; gap: 18px; max-width: 72rem; margin: 0 auto; padding: 56px 32px 72px; }
[data-coming] i { height: 18px; border-radius: 4px; background: var(--pl-line, #ddd); opacity: .55; }
[data-coming] i:nth-child(1) { width: 44%; height: 34px; }
[data-coming] i:nth-child(2) { width: 70%; }
[data-coming] i:nth-child(3) { width: 58%; }
@media (prefers-reduced-motion: no-preference) {
  [data-coming] i { animation: coming 1.5s ease-in-out infinite alternate; }
  [data-coming] i:nth-child(2) { animation-delay: .18s; }
  [data-coming] i:nth-child(3) { animation-delay: .36s; }
}
@keyframes coming { to { opacity: .2; } }`;

/** @param {Document} document @returns {HTMLElement} three lines that stand for a text to come */
export function linesIn(document) {
  const lines = document.createElement('div');
  lines.dataset.coming = '';
  lines.ariaHidden = 'true';
  lines.append(...[1, 2, 3].map(() => document.createElement('i')));
  return lines;
}

/** Where the next section will stand, at the end of the preview, while one is being made. */
export class Placeholder {
  #element;

  /** @param {import('./frame.js').PreviewFrame} frame */
  constructor(frame) {
    const { document } = frame;
    frame.adopt().show(CSS);
    this.#element = linesIn(document);
  }

  /** @returns {Element|null} what a last section goes before */
  get anchor() {
    return this.#element.isConnected ? this.#element : null;
  }

  /** @param {Element} body @param {boolean} wanted */
  show(body, wanted) {
    if (!wanted) this.#element.remove();
    else if (!this.anchor) body.append(this.#element);
  }
}
