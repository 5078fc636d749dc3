import { ApiError, page } from './api.js';
import { Connection } from './stream/connection.js';

const QUIET_MS = 1000;
const SILENCE_MS = 25_000;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8000;

/**
 * The log of one page as it grows: each event once, in order, across lost lines. A connection that
 * was dropped comes back by itself; one that is closed for good is opened anew here, with growing
 * pauses.
 */
export class PageEvents {
  #id;
  #seq;
  #listener;
  #signal;
  /** @type {Connection|undefined} */
  #connection;
  #failures = 0;
  #lostTimer = 0;
  #retryTimer = 0;
  #silenceTimer = 0;

  /**
   * @param {string} id the page
   * @param {number} seq the last event already known, 0 for none
   * @param {{event: (event: object) => void, atRest: () => boolean, line: (line: 'live'|'lost') => void, gone: (reason: string) => void}} listener
   * @param {AbortSignal} signal ends it
   */
  constructor(id, seq, listener, signal) {
    this.#id = id;
    this.#seq = seq;
    this.#listener = listener;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#close(), { once: true });
    window.addEventListener('online', () => this.#reopenNow(), { signal });
    document.addEventListener('visibilitychange', () => this.#attend(), { signal });
    // A browser may keep a page that was left, and bring it back as it was.
    window.addEventListener('pagehide', () => this.#close(), { signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.#attend(), { signal });
    this.#open();
  }

  #open() {
    if (this.#signal.aborted) return;
    this.#connection?.close();
    this.#connection = new Connection(this.#id, this.#seq, {
      live: () => this.#live(),
      lost: () => this.#lost(),
      frame: (frame) => this.#receive(frame),
    });
    this.#listen();
  }

  /**
   * A connection carries so many pages, and a browser has so few: a window that nobody looks at, of a
   * page that rests, leaves its place to the others until somebody looks again.
   */
  #attend() {
    if (document.hidden && this.#listener.atRest()) this.#close();
    else if (!document.hidden && this.#connection.state === 'closed') this.#ask();
  }

  /** A line that died without a word (a laptop asleep) shows only in what it does not say. */
  #listen() {
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = setTimeout(() => this.#compare(), SILENCE_MS);
  }

  async #compare() {
    const snapshot = await page(this.#id, this.#signal).catch(() => undefined);
    if (this.#signal.aborted || this.#connection.state !== 'open') return;
    if (snapshot && snapshot.seq <= this.#seq) return this.#listen();
    this.#connection.close();
    this.#lost();
  }

  /** @param {import('./stream/frame.js').Frame} frame */
  #receive({ event, seq, ended }) {
    const known = seq > 0 && seq <= this.#seq;
    if (known && event.type !== 'reset') return;
    if (seq) this.#seq = seq;
    this.#listen();
    this.#listener.event(seq ? { ...event, seq } : event);
    if (ended) this.#ended();
  }

  /** The page can't go on here. One that was deleted is gone for good, and that is known at once. */
  async #ended() {
    const problem = await page(this.#id, this.#signal).then(() => null, (reason) => reason);
    if (problem?.status !== 404 || this.#signal.aborted) return;
    this.#close();
    this.#listener.gone(problem.message);
  }

  #live() {
    this.#failures = 0;
    clearTimeout(this.#lostTimer);
    this.#lostTimer = 0;
    this.#listen();
    this.#listener.line('live');
  }

  #lost() {
    this.#lostTimer ||= setTimeout(() => this.#listener.line('lost'), QUIET_MS);
    if (this.#connection.state === 'closed') this.#retry();
  }

  #retry() {
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures++);
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.#ask(), wait * (0.5 + Math.random() / 2));
  }

  /** A stream ends for good when the page is gone; a page that can't go on for now is asked for again. */
  async #ask() {
    try {
      await page(this.#id, this.#signal);
      this.#open();
    } catch (problem) {
      if (this.#signal.aborted) return;
      if (!(problem instanceof ApiError)) throw problem;
      if (problem.status !== 404) return this.#retry();
      this.#close();
      this.#listener.gone(problem.message);
    }
  }

  #reopenNow() {
    if (!this.#lostTimer) return;
    this.#connection.close();
    clearTimeout(this.#retryTimer);
    this.#open();
  }

  #close() {
    clearTimeout(this.#lostTimer);
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#silenceTimer);
    this.#lostTimer = 0;
    this.#connection?.close();
  }
}
