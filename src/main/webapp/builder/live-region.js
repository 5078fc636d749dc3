const EVERY_MS = 2000;

/** Tells screen readers the latest summary, at most once in two seconds. */
export class LiveRegion {
  #element;
  #waiting = '';
  #timer = 0;

  /** @param {HTMLElement} element the page's one polite live region */
  constructor(element) {
    this.#element = element;
  }

  /** @param {string} text */
  say(text) {
    this.#waiting = text;
    if (!this.#timer) this.#speak();
  }

  #speak() {
    if (this.#waiting === this.#element.textContent) return;
    this.#element.textContent = this.#waiting;
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#speak();
    }, EVERY_MS);
  }
}
