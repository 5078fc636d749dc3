import { exportUrl } from '../api.js';

const box = document.getElementById('export');
const button = document.getElementById('export-button');
const menu = document.getElementById('export-menu');
const all = [...menu.querySelectorAll('[role="menuitem"]')];
const items = () => all.filter((item) => !item.hidden);

/**
 * The page as a file: a menu button (WAI-ARIA APG). The single HTML file is made here, of what the
 * preview shows; the others are links to the server's.
 */
export class ExportMenu {
  /**
   * @param {{download: () => void, share: () => void}} hooks saves the single file; has links made
   * @param {(text: string) => void} say
   * @param {AbortSignal} signal
   */
  constructor({ download, share }, say, signal) {
    button.addEventListener('click', () => this.#toggle(menu.hidden, 0), { signal });
    button.addEventListener('keydown', (event) => this.#pressButton(event), { signal });
    menu.addEventListener('keydown', (event) => this.#press(event), { signal });
    menu.addEventListener('click', ({ target }) => {
      const item = target.closest('[role="menuitem"]');
      if (!item) return;
      const { format } = item.dataset;
      // A link that is hidden while it is clicked still leads where it leads.
      this.#leave();
      if (format === 'html') download();
      else if (format === 'link') share();
      else say('The files are being put together. The download starts by itself.');
    }, { signal });
    // The focus stays where it is while an item is pressed: going elsewhere closes the menu.
    menu.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    box.addEventListener('focusout', ({ relatedTarget }) => box.contains(relatedTarget) || this.#toggle(false), { signal });
  }

  /** @param {import('../state.js').State} state */
  render({ pageId }) {
    for (const link of menu.querySelectorAll('a')) if (pageId) link.href = exportUrl(pageId, link.dataset.format);
  }

  #toggle(open, focused) {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) items().at(focused).focus();
  }

  #leave() {
    this.#toggle(false);
    button.focus();
  }

  #pressButton(event) {
    const focused = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (focused === undefined) return;
    event.preventDefault();
    this.#toggle(true, focused);
  }

  #press(event) {
    const shown = items();
    const at = shown.indexOf(document.activeElement);
    const { key } = event;
    const to = { ArrowDown: (at + 1) % shown.length, ArrowUp: at - 1, Home: 0, End: -1 }[key];
    if (to !== undefined) shown.at(to).focus();
    else if (key === 'Escape') this.#leave();
    else if (key === ' ') document.activeElement.click();
    else if (/^\p{L}$/u.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey) this.#find(key.toLowerCase(), at);
    else return;
    event.preventDefault();
  }

  /** Goes to the next item that begins with this letter. */
  #find(letter, at) {
    const shown = items();
    const later = [...shown.slice(at + 1), ...shown.slice(0, at + 1)];
    later.find((item) => item.textContent.trim().toLowerCase().startsWith(letter))?.focus();
  }
}
