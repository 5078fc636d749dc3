import { dollars } from '../amounts.js';

/** What is said about a version. */

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** @param {Record<string, any>} version who made it */
export function authorOf({ author, model, restoredFrom }) {
  if (restoredFrom) return `version ${restoredFrom} again`;
  if (author === 'person') return 'edited by hand';
  return author === 'model' ? model || 'a model' : 'built-in pattern';
}

/** @param {string} at ISO time */
export function timeOf(at) {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  return (today ? clock : day).format(date);
}

/** @param {Record<string, any>} version what it took */
export function effortOf({ durationMs, costUsd }) {
  const parts = [durationMs >= 50 ? `${(durationMs / 1000).toFixed(1)} s` : '', costUsd ? dollars(costUsd) : ''];
  return parts.filter(Boolean).join(' · ');
}

/** @param {string[]} removed what the sanitizer took out */
export const takenOutLine = (removed) => `Taken out, as no page may have it: ${removed.join(', ')}`;
