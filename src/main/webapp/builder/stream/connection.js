import { OwnSource } from './own-source.js';
import { SharedSource } from './shared-source.js';

/**
 * Whether it stands, is reopened without anybody's doing, or must be opened anew.
 * @typedef {'open'|'waiting'|'closed'} State
 *
 * @typedef {{live: () => void, lost: () => void, frame: (frame: import('./frame.js').Frame) => void}} Hearing
 */

/** Not in private windows of some browsers, on Android, or where the server is reached without TLS. */
let shareable = typeof SharedWorker === 'function' && Boolean(navigator.locks);

/**
 * The way to a page's log: one connection for all tabs where the browser can, because with HTTP/1.1
 * it has six to a server, for all its windows; else one of this tab.
 */
export class Connection {
  #source;

  /**
   * @param {string} page
   * @param {number} seq the last event already known, 0 for none; earlier ones may come again
   * @param {Hearing} hear
   */
  constructor(page, seq, hear) {
    const alone = () => (this.#source = new OwnSource(page, seq, hear));
    if (!shareable) return void alone();
    try {
      this.#source = new SharedSource(page, seq, hear, (forGood) => {
        if (forGood) shareable = false;
        alone();
      });
    } catch {
      shareable = false;
      alone();
    }
  }

  /** @returns {State} */
  get state() {
    return this.#source.state;
  }

  close() {
    this.#source.close();
  }
}
