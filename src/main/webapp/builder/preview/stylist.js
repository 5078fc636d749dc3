const BASE = import.meta.resolve('tailwindcss/');
const THEME = new URL('../../tailwind/theme.css', import.meta.url).href;
const LONGEST_WAIT_MS = 8000;

/** Tailwind's compiler, in a worker that starts when it is first needed. One page at a time. */
export class Stylist {
  #worker;
  #page = 0;
  #asked = 0;
  #waiting = new Map();
  #known = new Set();
  /** Whether the compiler has been given classes of this page. */
  #used = false;
  css = '';

  /** Starts the compiler before it is needed. */
  warm() {
    this.#worker ??= this.#start();
  }

  /** Forgets the classes of the page before. A compiler that has seen none is as good as new. */
  begin() {
    if (!this.#used) return;
    this.#used = false;
    this.#page++;
    this.#known.clear();
    this.css = '';
  }

  /**
   * Compiles what is new of these classes into `css`.
   * @param {Iterable<string>} classes
   * @returns {Promise<string>} the whole sheet of the page so far
   */
  async ensure(classes) {
    const fresh = [...new Set(classes)].filter((name) => !this.#known.has(name));
    if (!fresh.length && this.css) return this.css;
    this.#used = true;
    const page = this.#page;
    const css = await this.#untilCompiled(page, fresh);
    if (page !== this.#page) return css;
    for (const name of fresh) this.#known.add(name);
    this.css = css;
    return css;
  }

  /** The compiler's files may be out of reach for a while; nothing is painted without them. */
  async #untilCompiled(page, fresh) {
    for (let wait = 500; page === this.#page; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      this.warm();
      const worker = this.#worker;
      try {
        return await this.#compile(page, fresh);
      } catch {
        this.#stop(worker);
        await new Promise((resolve) => setTimeout(resolve, wait));
        // A new worker knows nothing of what the old one was told.
        fresh = [...new Set([...this.#known, ...fresh])];
      }
    }
    return '';
  }

  #stop(worker) {
    if (this.#worker !== worker) return;
    worker.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error('The style compiler stopped.'));
    this.#waiting.clear();
  }

  #compile(page, classes) {
    const ask = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(ask, { resolve, reject });
      this.#worker.postMessage({ ask, page, classes, base: BASE, theme: THEME });
    });
  }

  #start() {
    const worker = new Worker(new URL('./tailwind-worker.js', import.meta.url), { type: 'module' });
    worker.postMessage({ base: BASE, theme: THEME, page: this.#page, classes: [] });
    worker.onmessage = ({ data }) => {
      const waiting = this.#waiting.get(data.ask);
      this.#waiting.delete(data.ask);
      if (data.error) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data.css);
    };
    worker.onerror = () => this.#stop(worker);
    return worker;
  }
}
