import { eventsUrl } from '../api.js';
import { read } from './frame.js';

const STATES = { [EventSource.CONNECTING]: 'waiting', [EventSource.OPEN]: 'open', [EventSource.CLOSED]: 'closed' };

/**
 * A page's log on a connection of this tab alone. The browser reopens a dropped stream by itself
 * (WHATWG HTML, server-sent events); a refused one is closed for good there.
 */
export class OwnSource {
  #stream;

  /** @param {string} page @param {number} seq @param {import('./connection.js').Hearing} hear */
  constructor(page, seq, hear) {
    this.#stream = new EventSource(eventsUrl(page, seq));
    this.#stream.onopen = () => hear.live();
    this.#stream.onmessage = (message) => hear.frame(read(message));
    this.#stream.onerror = () => hear.lost();
  }

  /** @returns {import('./connection.js').State} */
  get state() {
    return STATES[this.#stream.readyState];
  }

  close() {
    this.#stream.close();
  }
}
