import { dollarsIn } from '../amounts.js';

/** How far a page may go: dollars it may cost, and sections made at once. */
export class Limits {
  #details = document.getElementById('limits');
  #summary = document.getElementById('limits-summary');
  #budget = document.getElementById('budget');
  #parallelism = document.getElementById('parallelism');

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.#details.addEventListener('input', () => this.#say(), { signal });
    this.#say();
  }

  /** @param {number|undefined} usd what the server stops at when nobody says */
  usual(usd) {
    if (usd !== undefined) this.#budget.placeholder = usd.toFixed(2);
    this.#say();
  }

  /** @returns {{parallelism: number, budgetUsd?: number}} NaN for a budget that is no number */
  get value() {
    const text = this.#budget.value.trim();
    const parallelism = Number(this.#parallelism.value);
    return text ? { parallelism, budgetUsd: dollarsIn(text) } : { parallelism };
  }

  /** Opens where the fields are. */
  open() {
    this.#details.open = true;
  }

  #say() {
    const { parallelism, budgetUsd } = this.value;
    const usd = Number.isNaN(budgetUsd) ? '?' : budgetUsd?.toFixed(2) ?? this.#budget.placeholder;
    this.#summary.textContent = `Stops at $${usd} · ${parallelism} ${parallelism === 1 ? 'section' : 'sections'} at once`;
  }
}
