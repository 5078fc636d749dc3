const WORKER = new URL('./events-worker.js', import.meta.url);
/** Another number where the messages change: a worker of before lives as long as a tab that uses it. */
const NAME = 'pageloom-events-1';
const PATIENCE_MS = 5000;

/**
 * A page's log by way of the worker that all tabs share. As long as this one wants it, it holds a
 * lock (W3C Web Locks) for which the worker waits: so the worker sees that a tab is gone, whatever
 * became of it.
 */
export class SharedSource {
  /** @type {import('./connection.js').State} */
  state = 'waiting';
  #worker;
  #hear;
  #refused;
  #impatience;
  #release = () => {};

  /**
   * @param {string} page
   * @param {number} seq
   * @param {import('./connection.js').Hearing} hear
   * @param {(forGood: boolean) => void} refused the worker does not serve this page, or none ever; nothing was heard
   */
  constructor(page, seq, hear, refused) {
    this.#hear = hear;
    this.#refused = refused;
    this.#worker = new SharedWorker(WORKER, { type: 'module', name: NAME });
    this.#worker.onerror = () => this.#refuse(true);
    this.#worker.port.onmessage = ({ data }) => this.#receive(data);
    this.#impatience = setTimeout(() => this.#refuse(true), PATIENCE_MS);
    this.#join(page, seq).catch(() => this.#refuse(true));
  }

  /** The worker asks for the lock, so it must be held before it knows of it. */
  #join(page, seq) {
    const lock = crypto.randomUUID();
    return navigator.locks.request(lock, () => {
      if (this.state === 'closed') return;
      this.#worker.port.postMessage({ page, seq, lock });
      return new Promise((release) => (this.#release = release));
    });
  }

  /** @param {import('./shared-line.js').Word} word */
  #receive({ type, frame }) {
    if (this.state === 'closed') return;
    clearTimeout(this.#impatience);
    this.#impatience = 0;
    switch (type) {
      case 'joined':
        return;
      case 'full':
        return this.#leave(false);
      case 'live':
        this.state = 'open';
        return this.#hear.live();
      case 'lost':
        this.state = 'waiting';
        return this.#hear.lost();
      case 'frame':
        return this.#hear.frame(frame);
    }
  }

  /** Only a worker that has not answered yet can fail to start. */
  #refuse(forGood) {
    if (this.#impatience) this.#leave(forGood);
  }

  #leave(forGood) {
    this.close();
    this.#refused(forGood);
  }

  close() {
    this.state = 'closed';
    clearTimeout(this.#impatience);
    this.#impatience = 0;
    this.#release();
    this.#worker.port.close();
  }
}
