/**
 * Tokens and dollars. Dollars are null where no price is known.
 * @typedef {{read: number, written: number, usd: number|null, estimated: boolean}} Amount
 *
 * What a section costs: `settled` is the sum of its finished calls, `here` the part of it that
 * belongs to the attempt that runs, `running` what this attempt is thought to cost by now.
 * @typedef {{settled: Amount, here: Amount, running: Amount}} Spend
 */

/** @type {Amount} */
export const NOTHING = Object.freeze({ read: 0, written: 0, usd: null, estimated: false });

/** @type {Spend} */
export const UNSPENT = Object.freeze({ settled: NOTHING, here: NOTHING, running: NOTHING });

/** @returns {Amount} */
export const amount = (read, written, usd, estimated) => ({
  read: read ?? 0,
  written: written ?? 0,
  usd: usd ?? null,
  estimated: Boolean(estimated),
});

/** @param {Amount[]} amounts @returns {Amount} */
export const sumOf = (amounts) => amounts.reduce(add, NOTHING);

/** A new attempt begins; what the one before settled stays. @param {Spend} spend @returns {Spend} */
export const nextAttempt = ({ settled }) => ({ ...UNSPENT, settled });

/** @param {Spend} spend @param {Amount} running @returns {Spend} */
export const underWay = (spend, running) => ({ ...spend, running });

/** A call is over and its price is known. @param {Spend} spend @param {Amount} call @param {boolean} current @returns {Spend} */
export const settle = (spend, call, current) => ({
  ...spend,
  settled: add(spend.settled, call),
  here: current ? add(spend.here, call) : spend.here,
});

/** What a section costs by now; an attempt's own estimate gives way to its settled calls. @param {Spend} spend @returns {Amount} */
export function spent({ settled, here, running }) {
  if (running.written <= here.written) return settled;
  const usd = running.usd === null ? null : Math.max(0, running.usd - (here.usd ?? 0));
  return add(settled, { read: 0, written: running.written - here.written, usd, estimated: running.estimated });
}

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
