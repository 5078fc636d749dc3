/**
 * Lets sections through one after the other with a moment for the eye between them, because built-in
 * patterns arrive faster than a person can see. Nobody waits for the first one. What a model writes
 * is slow enough: it passes undelayed, with all that came before it; what several sections say at
 * once is told of together, once a frame, for no screen shows more.
 */
export class Pacer {
  #deliver;
  #skip;
  #queue = [];
  #timer = 0;
  #frame = 0;
  #freeAt = 0;
  /** Whether a section has come. */
  #begun = false;

  /**
   * @param {(events: object[]) => void} deliver is given what is to be seen at once
   * @param {() => boolean} skip whether nobody needs the pause
   */
  constructor(deliver, skip) {
    this.#deliver = deliver;
    this.#skip = skip;
  }

  /** @param {object} event */
  push(event) {
    this.#queue.push(event);
    // A window that nobody sees has no frames.
    if (gathers(event) && !document.hidden) this.#frame ||= requestAnimationFrame(() => this.flush());
    else if (this.#frame || isWriting(event)) this.flush();
    else this.#drain();
  }

  /** Lets everything through at once. */
  flush() {
    this.#stop();
    while (this.#queue.length) {
      const other = this.#queue.findIndex((event) => !gathers(event));
      const together = other < 0 ? this.#queue.length : other;
      this.#deliver(this.#queue.splice(0, Math.max(1, together)));
    }
  }

  /** Forgets what waits. */
  clear() {
    this.#stop();
    this.#queue = [];
    this.#begun = false;
  }

  #stop() {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#timer = 0;
    this.#frame = 0;
    this.#freeAt = 0;
  }

  #drain() {
    if (this.#timer) return;
    if (this.#skip()) return this.flush();
    while (this.#queue.length) {
      const wait = this.#freeAt - performance.now();
      if (wait > 0) {
        this.#timer = setTimeout(() => {
          this.#timer = 0;
          this.#drain();
        }, wait);
        return;
      }
      const event = this.#queue.shift();
      this.#begun ||= event.type === 'section_complete';
      this.#freeAt = performance.now() + (this.#begun ? holdMs(event) : 0);
      this.#deliver([event]);
    }
  }
}

/** @param {Record<string, any>} event whether several sections say it at the same time */
const gathers = ({ type, model }) => type === 'section_delta' || (type === 'status' && model);

/** @param {Record<string, any>} event whether it tells of a model's text */
const isWriting = ({ type, data }) =>
  type === 'section_delta' || type === 'section_waiting' || type === 'usage' || data?.author === 'model';

/** @param {Record<string, any>} event how long it stays alone on the screen */
function holdMs(event) {
  switch (event.type) {
    case 'status':
      return event.model ? 0 : 260;
    case 'section_complete':
      return 90;
    case 'error':
      return event.section ? 90 : 0;
    default:
      return 0;
  }
}
