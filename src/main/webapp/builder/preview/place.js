import { task } from '../task.js';
import { morph } from './morph.js';
import { linesIn } from './placeholder.js';

/**
 * What should stand at a place: a fragment, still growing or final, or lines for a text that begins
 * anew.
 * @typedef {{html: string, growing: boolean, attempt: number}} Wish
 */

/** Where one section stands in the preview. It shows its newest wish, each time after its styles. */
export class Place {
  /** In the page; changes when sections move. */
  order;
  #hooks;
  #wish;
  #shown;
  #busy = false;
  #gone = false;
  #held = false;
  /** Height in px that an attempt left to the next, so nothing below jumps; 0 when the text is final. */
  #reserved = 0;
  /** @type {HTMLElement|undefined} */
  element;

  /**
   * @param {number} order in the page
   * @param {{parse: (html: string) => HTMLElement|null, style: (fragment: Element) => Promise<void>,
   *   insert: (element: Element, order: number) => void, painted: (place: Place, first: boolean) => void}} hooks
   */
  constructor(order, hooks) {
    this.order = order;
    this.#hooks = hooks;
  }

  /** Whether more of it is to come. */
  get growing() {
    return Boolean(this.#shown?.growing);
  }

  /** @param {Wish} wish */
  show(wish) {
    const known = this.#wish;
    if (known && known.html === wish.html && known.growing === wish.growing && known.attempt === wish.attempt) return;
    this.#wish = wish;
    if (!this.#busy && !this.#held) this.#work();
  }

  /** A person edits here: nothing is painted until it is released. */
  hold() {
    this.#held = true;
  }

  /** Shows its newest wish, whatever a person made of the last one. */
  release() {
    this.#held = false;
    this.#wish = { ...this.#wish };
    if (!this.#busy) this.#work();
  }

  /** Another page comes: nothing is painted here any more. */
  leave() {
    this.#gone = true;
  }

  /** A wish that is overtaken while its styles are made is shown all the same, or the text would stand still. */
  async #work() {
    this.#busy = true;
    while (!this.#gone && !this.#held && this.#shown !== this.#wish) {
      // Many grow at once: each has a task of its own then, and the browser may paint between them.
      if (this.#wish.growing) await task();
      const wish = this.#wish;
      const fragment = wish.html ? this.#hooks.parse(wish.html) : null;
      if (fragment) await this.#hooks.style(fragment);
      if (!this.#gone && !this.#held && this.#wish.attempt === wish.attempt) this.#paint(wish, fragment);
    }
    this.#busy = false;
  }

  #paint(wish, fragment) {
    const again = this.element && wish.attempt !== this.#shown.attempt;
    const shorter = this.element && wish.html.length < this.#shown.html.length;
    this.#shown = wish;
    if (!wish.growing) this.#reserved = 0;
    else if (again || shorter) this.#reserved = Math.max(this.#reserved, this.element.offsetHeight);
    if (fragment) this.#put(fragment);
    else if (!wish.growing) this.#remove();
    else if (again) this.element = morph(this.element, linesIn(this.element.ownerDocument));
    if (this.element && this.#reserved) this.element.style.minHeight = `${this.#reserved}px`;
  }

  #put(fragment) {
    const first = !this.element;
    if (first) this.#hooks.insert(fragment, this.order);
    this.element = first ? fragment : morph(this.element, fragment);
    this.#hooks.painted(this, first);
  }

  #remove() {
    this.element?.remove();
    this.element = undefined;
  }
}
