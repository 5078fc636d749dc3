import { html, render } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

const GAP_PX = 4;
const EDGE_PX = 8;

/**
 * The menu of a card (WAI-ARIA APG, menu button): one popover for all cards. Escape and a press
 * elsewhere close it, and the focus goes back to its button.
 * @typedef {{id: string, label: string, run: () => void, off?: boolean, begins?: boolean, danger?: boolean}} Item
 */
export class CardMenu {
  #menu = document.getElementById('card-menu');
  #button;
  /** @type {Item[]} */
  #items = [];
  #onClose = () => {};
  #pressed = '';
  /** Whose menu is open, '' when none is. */
  owner = '';

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.#menu.addEventListener('keydown', (event) => this.#press(event), { signal });
    this.#menu.addEventListener('beforetoggle', ({ newState }) => newState === 'closed' && this.#closed(), { signal });
    // What a press outside closes would be opened again by the click that follows.
    document.addEventListener('pointerdown', ({ target }) => (this.#pressed = target.closest?.('.card-more') ? this.owner : ''), { signal, capture: true });
    window.addEventListener('resize', () => this.close(), { signal });
  }

  /** @param {HTMLElement} button @param {string} owner @param {Item[]} items @param {() => void} onClose */
  toggle(button, owner, items, onClose) {
    const again = this.#pressed === owner;
    this.#pressed = '';
    if (again || this.owner === owner) return this.close();
    this.owner = owner;
    this.#button = button;
    this.#onClose = onClose;
    this.#menu.ariaLabel = owner;
    this.show(items);
    this.#menu.showPopover();
    this.#stand(button.getBoundingClientRect());
    this.#focus(0);
  }

  /** @param {Item[]} items what there is to choose by now */
  show(items) {
    this.#items = items;
    const at = this.#entries.indexOf(document.activeElement);
    render(repeat(items, ({ id }) => id, (item) => this.#entry(item)), this.#menu);
    if (at >= 0 && !this.#menu.contains(document.activeElement)) this.#focus(0);
  }

  close() {
    if (this.#menu.matches(':popover-open')) this.#menu.hidePopover();
  }

  get #entries() {
    return [...this.#menu.querySelectorAll('[role="menuitem"]')];
  }

  #closed() {
    this.owner = '';
    this.#onClose();
  }

  /** Below its button, or above where there is no room. */
  #stand({ right, top, bottom }) {
    const { offsetWidth: width, offsetHeight: height } = this.#menu;
    const left = Math.max(EDGE_PX, Math.min(right - width, innerWidth - width - EDGE_PX));
    const below = bottom + GAP_PX + height <= innerHeight - EDGE_PX;
    const y = below ? bottom + GAP_PX : Math.max(EDGE_PX, top - GAP_PX - height);
    this.#menu.style.setProperty('left', `${left}px`);
    this.#menu.style.setProperty('top', `${y}px`);
  }

  #entry({ id, label, off, begins, danger }) {
    return html`<button type="button" role="menuitem" tabindex="-1" data-item=${id} ?data-begins=${begins} ?data-danger=${danger} aria-disabled=${String(Boolean(off))}
      @click=${() => this.#choose(id)} @pointermove=${({ currentTarget }) => currentTarget.focus({ preventScroll: true })}>${label}</button>`;
  }

  #choose(id) {
    const item = this.#items.find((one) => one.id === id);
    if (!item || item.off) return;
    this.close();
    this.#button.focus();
    item.run();
  }

  #focus(at) {
    const entries = this.#entries;
    entries.at(at % entries.length)?.focus();
  }

  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.#entries.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key] ?? this.#typed(event.key, at);
    if (event.key === 'Tab') this.close();
    if (to === undefined) return;
    event.preventDefault();
    this.#focus(to);
  }

  /** The next one that begins with what is typed. */
  #typed(key, at) {
    if (key.length !== 1 || key === ' ') return undefined;
    const count = this.#items.length;
    const order = this.#items.map((_, step) => (at + 1 + step) % count);
    return order.find((one) => this.#items[one].label.toLowerCase().startsWith(key.toLowerCase()));
  }
}
