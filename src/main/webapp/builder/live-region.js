const EVERY_MS = 2000;

/**
 * What screen readers are told: the latest summary, at most once in two seconds, and remarks on what
 * the person does, at once.
 */
export class LiveRegion {
  #element;
  #summary = '';
  #said = '';
  #timer = 0;

  /** @param {HTMLElement} element the page's one polite live region */
  constructor(element) {
    this.#element = element;
  }

  /** @param {string} summary of the page's state; nothing new is not said again */
  say(summary) {
    this.#summary = summary;
    if (!this.#timer) this.#speak();
  }

  /** @param {string} remark a summary waits until it was heard */
  tell(remark) {
    this.#show(remark);
  }

  #speak() {
    if (this.#summary === this.#said) return;
    this.#said = this.#summary;
    this.#show(this.#summary);
  }

  #show(text) {
    this.#element.textContent = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#speak();
    }, EVERY_MS);
  }
}
