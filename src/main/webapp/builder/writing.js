import { amount, idle, settle, underWay } from './spend.js';

const DOUBTS = 2;

/**
 * How a section changes while a model writes it. Deltas and waits may be skipped, come late or come
 * again: what is older than what is known changes nothing. Within one attempt the model may be
 * called several times (continued, repaired), and a repair begins with an empty text.
 * @typedef {import('./state.js').Section} Section
 */

/** An attempt begins. A delta may have told of it before. @param {Section} one @param {Record<string, any>} event @param {number} at @returns {Section} */
export function started(one, event, at) {
  const attempt = event.attempt ?? one.attempt + 1;
  const running = one.state === 'generating';
  return {
    ...one,
    state: 'generating',
    error: '',
    findings: [],
    waiting: null,
    startedAt: running && one.startedAt ? one.startedAt : at,
    model: event.model ?? one.model,
    attempt,
    draft: running && attempt === one.attempt ? one.draft : '',
    spend: idle(one.spend),
  };
}

/** The text so far. @param {Section} one @param {Record<string, any>} event @returns {Section} */
export function grown(one, { attempt, html, output_tokens: written, cost_usd: usd, estimated }) {
  if (one.state !== 'generating' || attempt < one.attempt) return one;
  const same = attempt === one.attempt;
  const smaller = same && written < one.spend.running.written && html.length <= one.draft.length;
  if (smaller && one.doubts < DOUBTS) return { ...one, doubts: one.doubts + 1 };
  const spend = underWay(one.spend, amount(0, written, usd, estimated));
  return { ...one, attempt, waiting: null, draft: html || (same ? one.draft : ''), doubts: 0, spend };
}

/** The next try comes later. @param {Section} one @param {Record<string, any>} event @returns {Section} */
export function waits(one, { reason, until }) {
  if (one.state !== 'generating') return one;
  return { ...one, waiting: { reason, until: new Date(until).getTime() } };
}

/** A call to the model is paid for, however it ended; what comes now is of the next one. @param {Section} one @param {Record<string, any>} event @returns {Section} */
export const withCall = (one, event) => ({ ...one, spend: settle(one.spend, callOf(event), event.attempt === one.attempt) });

/** @param {Record<string, any>} event of type usage */
export const callOf = ({ input_tokens: read, output_tokens: written, cost_usd: usd, estimated }) =>
  amount(read, written, usd, estimated);

/** Snapshots have no drafts: those of attempts that still run go on. @param {import('./state.js').State} state @param {import('./state.js').State} before */
export function keepDrafts(state, before) {
  const draftOf = (one) => before.sections.find((old) => old.name === one.name && old.attempt === one.attempt)?.draft ?? '';
  const sections = state.sections.map((one) => (one.state === 'generating' ? { ...one, draft: draftOf(one) } : one));
  return { ...state, sections };
}
