/** @typedef {import('./edits.js').Edits} Edits */

/** Editing, which a page needs and an empty builder does not: it is fetched with the first page. */
export class LateEdits {
  #parts;
  #say;
  /** @type {Promise<void>|null} while it comes, and once it is there */
  #coming = null;
  /** @type {Edits|null} */
  #edits = null;
  /** @type {[Document, AbortSignal]|null} the newest one */
  #preview = null;

  /**
   * @param {ConstructorParameters<typeof Edits>} parts what it is made of
   * @param {(text: string) => void} say
   */
  constructor(parts, say) {
    this.#parts = parts;
    this.#say = say;
  }

  /** Fetches it, unless it is there. */
  warm() {
    this.#coming ??= this.#fetch();
  }

  /** @param {Document} preview a fresh one @param {AbortSignal} signal */
  watch(preview, signal) {
    this.#preview = [preview, signal];
    this.#edits?.watch(preview, signal);
  }

  async #fetch() {
    try {
      const { Edits } = await import('./edits.js');
      this.#edits = new Edits(...this.#parts);
      if (this.#preview) this.#edits.watch(...this.#preview);
    } catch (problem) {
      this.#coming = null;
      this.#say('The tools for editing could not be loaded. Check that Pageloom is running, then reload this page.');
      console.error(problem);
    }
  }
}
