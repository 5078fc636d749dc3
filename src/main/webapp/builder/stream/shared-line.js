import { eventsOfAllUrl } from '../api.js';
import { read } from './frame.js';

/** The server's own limit. */
const MOST_PAGES = 50;
/** Tabs that come and go together are one change. */
const PAUSE_MS = 20;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 8000;

/**
 * What a follower is told.
 * @typedef {{type: 'joined'|'full'|'live'|'lost'} | {type: 'frame', frame: import('./frame.js').Frame}} Word
 *
 * `seq` is the last event that it was handed.
 * @typedef {{page: string, seq: number, tell: (word: Word) => void}} Follower
 */

/**
 * One connection for the pages of all tabs. A stream can't be told to carry another page, so each
 * change of the pages opens it anew, every page from the last event that all its followers have.
 */
export class SharedLine {
  /** @type {Set<Follower>} */
  #followers = new Set();
  /** @type {EventSource|undefined} */
  #stream;
  #failures = 0;
  #timer = 0;
  #due = Infinity;

  /** @param {Follower} follower */
  join(follower) {
    const pages = this.#ends();
    if (pages.size >= MOST_PAGES && !pages.has(follower.page)) return follower.tell({ type: 'full' });
    this.#followers.add(follower);
    follower.tell({ type: 'joined' });
    // Even if the page is carried already: its follower may lack events, or have found the line dead.
    this.#reopenIn(PAUSE_MS);
  }

  /** @param {Follower} follower */
  leave(follower) {
    if (this.#followers.delete(follower) && !this.#of(follower.page).length) this.#reopenIn(PAUSE_MS);
  }

  /** The sooner of what was wanted before and this. */
  #reopenIn(ms) {
    const due = performance.now() + ms;
    if (due >= this.#due) return;
    this.#due = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#reopen(), ms);
  }

  #reopen() {
    this.#due = Infinity;
    this.#stream?.close();
    this.#stream = undefined;
    const ends = this.#ends();
    if (!ends.size) return;
    const stream = new EventSource(eventsOfAllUrl(ends));
    stream.onopen = () => this.#live();
    stream.onerror = () => this.#lost(stream);
    for (const page of ends.keys()) stream.addEventListener(page, (message) => this.#hand(page, message));
    this.#stream = stream;
  }

  #live() {
    this.#failures = 0;
    for (const follower of this.#followers) follower.tell({ type: 'live' });
  }

  /** Reopened here and not by the browser, which would begin where this stream began. */
  #lost(stream) {
    stream.close();
    for (const follower of this.#followers) follower.tell({ type: 'lost' });
    this.#retry(FIRST_WAIT_MS * 2 ** this.#failures++);
  }

  #retry(wait) {
    this.#reopenIn(Math.min(LONGEST_WAIT_MS, wait) * (0.5 + Math.random() / 2));
  }

  #hand(page, message) {
    const frame = read(message);
    const { event, seq, ended } = frame;
    for (const follower of this.#of(page)) {
      // Another one lacked it. A reset may lead back.
      if (seq && seq <= follower.seq && event.type !== 'reset') continue;
      if (seq) follower.seq = seq;
      follower.tell({ type: 'frame', frame });
      if (ended) follower.tell({ type: 'lost' });
    }
    // The other pages go on meanwhile. Who follows one that was deleted leaves by then.
    if (ended) this.#retry(LONGEST_WAIT_MS);
  }

  #of(page) {
    return [...this.#followers].filter((follower) => follower.page === page);
  }

  /** @returns {Map<string, number>} each page with the last event that all its followers have */
  #ends() {
    const ends = new Map();
    for (const { page, seq } of this.#followers) ends.set(page, Math.min(seq, ends.get(page) ?? Infinity));
    return ends;
  }
}
