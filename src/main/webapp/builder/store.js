import { reduce } from './reducer.js';
import { EMPTY } from './state.js';

/** Holds the one state; every change goes through the reducer and is told to all. */
export class Store {
  #state = EMPTY;
  #views = [];

  get state() {
    return this.#state;
  }

  /** @param {(state: import('./state.js').State, before: import('./state.js').State) => void} view */
  subscribe(view) {
    this.#views.push(view);
    view(this.#state, this.#state);
  }

  /**
   * Waits for a state.
   * @param {(state: import('./state.js').State) => boolean} wanted
   * @param {number} patienceMs
   * @returns {Promise<void>} also when it did not come in time
   */
  until(wanted, patienceMs) {
    if (wanted(this.#state)) return Promise.resolve();
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        this.#views = this.#views.filter((view) => view !== look);
        resolve();
      };
      const look = (state) => wanted(state) && over();
      const timer = setTimeout(over, patienceMs);
      this.#views = [...this.#views, look];
    });
  }

  /** @param {...import('./state.js').Action} actions are told of once, when all have happened */
  dispatch(...actions) {
    const before = this.#state;
    this.#state = actions.reduce((state, action) => reduce(state, action), before);
    if (this.#state !== before) for (const view of this.#views) view(this.#state, before);
  }
}
