/**
 * Tokens and dollars. Dollars are null where no price is known.
 * @typedef {{read: number, written: number, usd: number|null, estimated: boolean}} Amount
 *
 * What a section costs: `settled` is the sum of its finished calls, `running` what the call that
 * runs is thought to cost by now.
 * @typedef {{settled: Amount, running: Amount}} Spend
 */

/** @type {Amount} */
export const NOTHING = Object.freeze({ read: 0, written: 0, usd: null, estimated: false });

/** @type {Spend} */
export const UNSPENT = Object.freeze({ settled: NOTHING, running: NOTHING });

/** @returns {Amount} */
export const amount = (read, written, usd, estimated) => ({
  read: read ?? 0,
  written: written ?? 0,
  usd: usd ?? null,
  estimated: Boolean(estimated),
});

/** @param {Amount[]} amounts @returns {Amount} */
export const sumOf = (amounts) => amounts.reduce(add, NOTHING);

/** @param {Spend} spend @param {Amount} running @returns {Spend} */
export const underWay = ({ settled }, running) => ({ settled, running });

/** No call runs any more, or another begins. @param {Spend} spend @returns {Spend} */
export const idle = ({ settled }) => ({ settled, running: NOTHING });

/** A call is over and its price is known. @param {Spend} spend @param {Amount} call @param {boolean} ran it is the one that ran last @returns {Spend} */
export const settle = ({ settled, running }, call, ran) => ({ settled: add(settled, call), running: ran ? NOTHING : running });

/** What a section costs by now. @param {Spend} spend @returns {Amount} */
export const spent = ({ settled, running }) => add(settled, running);

/** What a page costs by now. @param {import('./state.js').State} state @returns {Amount} */
export const total = ({ overhead, sections }) => sumOf([overhead, ...sections.map((section) => spent(section.spend))]);

function add(one, other) {
  return {
    read: one.read + other.read,
    written: one.written + other.written,
    usd: one.usd === null && other.usd === null ? null : (one.usd ?? 0) + (other.usd ?? 0),
    estimated: one.estimated || other.estimated,
  };
}
