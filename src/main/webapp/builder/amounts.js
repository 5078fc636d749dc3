/** Dollars and tokens as people read them. */

const whole = new Intl.NumberFormat('en');

/** @param {number} usd what something cost */
export function dollars(usd) {
  if (usd === 0) return '$0.00';
  if (usd < 0.00005) return '<$0.0001';
  return `$${usd.toFixed(usd < 1 ? 4 : 2)}`;
}

/** @param {string} text as a person writes it @returns {number} NaN when it is no amount */
export function dollarsIn(text) {
  const bare = text.trim().replace(/^\$\s*/, '').replace(',', '.');
  return /^\d*\.?\d+$|^\d+\.$/.test(bare) ? Number(bare) : NaN;
}

/** @param {number} count */
export const tokens = (count) => `${whole.format(count)} ${count === 1 ? 'token' : 'tokens'}`;

const isKnown = (usd) => typeof usd === 'number';

/** @param {number|null} usd for a million tokens; null when nobody says */
export function price(usd) {
  if (!isKnown(usd)) return '?';
  const decimals = Number.isInteger(usd) ? 0 : 2;
  return `$${usd.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: 4 })}`;
}

/** @param {import('./api.js').Model} model in and out, without the unit */
export function prices({ inputUsdPerMillion: read, outputUsdPerMillion: written }) {
  if (!isKnown(read) && !isKnown(written)) return '';
  return read === 0 && written === 0 ? 'free' : `${price(read)} / ${price(written)}`;
}

/** @param {number} count of tokens that fit, short */
export function contextSize(count) {
  return count < 950_000 ? `${Math.round(count / 1000)}K` : `${Math.round(count / 100_000) / 10}M`;
}

/** @param {import('./spend.js').Amount} amount its figures; a sign says that they are estimated */
export function figures({ written, usd, estimated }) {
  const sign = estimated ? '~' : '';
  return { tokens: written ? sign + tokens(written) : '', usd: usd === null || !(usd || written) ? '' : sign + dollars(usd) };
}
