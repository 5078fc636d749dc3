import * as amounts from '../amounts.js';
import { spent } from '../spend.js';

/** What a card says beneath its name: what the section costs by now, or how long it has to wait. */

/** @param {import('../state.js').Section} section seconds so far or in all */
export function secondsOf({ state, startedAt, durationMs }) {
  const running = state === 'generating' && startedAt;
  const ms = running ? Math.max(0, Date.now() - startedAt) : durationMs;
  return running || ms >= 50 ? `${(ms / 1000).toFixed(1)}s` : '';
}

/** @param {import('../state.js').Section} section @param {string} pageModel */
export function spendOf(section, pageModel) {
  const { tokens, usd } = amounts.figures(spent(section.spend));
  const attempt = section.attempt > 1 && section.model ? `attempt ${section.attempt}` : '';
  const model = section.model.startsWith(pageModel || ' ') ? '' : section.model;
  return [tokens, usd, attempt, model].filter(Boolean).join(' · ');
}

/** Why and how long; of the reason its first sentence. @param {import('../state.js').Section} section '' when it does not wait */
export function waitOf({ state, waiting }) {
  if (state !== 'generating' || !waiting) return '';
  const seconds = Math.ceil((waiting.until - Date.now()) / 1000);
  const [reason] = waiting.reason.split(/[.:]+(?:\s|$)/);
  return seconds > 0 ? `${reason}: again in ${span(seconds)}` : `${reason}: trying again`;
}

const span = (seconds) => (seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`);
