import * as api from './api.js';
import { PageEvents } from './events.js';
import { Pacer } from './pacing.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** The page the person looks at: started, opened or left. One at a time. */
export class Session {
  #store;
  #pacer;
  #run = new AbortController();
  #asked = { body: '', key: '' };

  /** @param {import('./store.js').Store} store @param {AbortSignal} signal */
  constructor(store, signal) {
    this.#store = store;
    this.#pacer = new Pacer(
      (events) => this.#happened(events),
      () => calm.matches || document.hidden,
    );
    document.addEventListener('visibilitychange', () => document.hidden && this.#pacer.flush(), { signal });
  }

  /**
   * Starts a page and follows it.
   * @param {import('./api.js').PageRequest} request
   * @returns {Promise<string>} its id, '' when it was refused
   */
  async start(request) {
    const signal = this.#renew();
    this.#store.dispatch({ type: 'asked', ...request });
    try {
      const snapshot = await api.createPage(request, this.#keyOf(request), signal);
      this.#asked = { body: '', key: '' };
      this.#store.dispatch({ type: 'created', snapshot });
      this.#follow(snapshot.id, 0, signal);
      return snapshot.id;
    } catch (problem) {
      this.#refuse(problem, signal);
      return '';
    }
  }

  /** Shows a page that exists, and follows it. @param {string} id */
  async open(id) {
    const signal = this.#renew();
    this.#store.dispatch({ type: 'opening', pageId: id });
    try {
      const snapshot = await api.page(id, signal);
      this.#store.dispatch({ type: 'opened', snapshot });
      this.#follow(snapshot.id, snapshot.seq, signal);
    } catch (problem) {
      this.#refuse(problem, signal);
    }
  }

  /** Leaves the page; it goes on being made. */
  leave() {
    this.#renew();
    this.#store.dispatch({ type: 'left' });
  }

  #happened(events) {
    const at = Date.now();
    this.#store.dispatch(...events.map((event) => ({ type: 'event', event, at })));
    for (const { type, plan, section } of events) if (type === 'section_added' && !plan) this.#fetch(section, this.#run.signal);
  }

  /** A section that comes back may have been taken out before this window knew its content. */
  async #fetch(name, signal) {
    const { pageId, sections } = this.#store.state;
    if (sections.find((one) => one.name === name)?.html) return;
    const snapshot = await api.page(pageId, signal).catch(() => null);
    if (snapshot && !signal.aborted) this.#store.dispatch({ type: 'fetched', name, snapshot });
  }

  #follow(id, seq, signal) {
    const dispatch = (action) => this.#store.dispatch(action);
    const listener = {
      event: (event) => this.#pacer.push(event),
      atRest: () => ['completed', 'cancelled', 'paused'].includes(this.#store.state.phase),
      line: (line) => dispatch({ type: 'line', line }),
      gone: (reason) => {
        this.#pacer.flush();
        dispatch({ type: 'gone', reason });
      },
    };
    new PageEvents(id, seq, listener, signal);
  }

  #refuse(problem, signal) {
    if (signal.aborted) return;
    if (!(problem instanceof api.ApiError)) throw problem;
    if (problem.status) this.#asked = { body: '', key: '' };
    this.#store.dispatch({ type: 'refused', reason: problem.message, field: problem.field });
  }

  /** After a lost answer the same request keeps its key, so it cannot start a second page. */
  #keyOf(request) {
    const body = JSON.stringify(request);
    if (this.#asked.body !== body) this.#asked = { body, key: randomKey() };
    return this.#asked.key;
  }

  #renew() {
    this.#run.abort();
    this.#pacer.clear();
    this.#run = new AbortController();
    return this.#run.signal;
  }
}

const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
