import { figures } from './amounts.js';
import { total } from './spend.js';
import { isBusy } from './state.js';

/** What the page says about its own state: the progress line and the spoken summary. */

const names = (sections, state) => sections.filter((one) => one.state === state).map((one) => one.name);

/** @param {import('./state.js').State} state */
export function progressLine(state) {
  const { phase, sections, line } = state;
  if (line === 'lost') return 'Reconnecting...';
  switch (phase) {
    case 'opening':
      return 'Opening the page...';
    case 'connecting':
      return 'Connecting to AI...';
    case 'preparing':
      return `Preparing ${sections.length} ${sections.length === 1 ? 'section' : 'sections'}...`;
    case 'generating':
      return `Generating ${underWay(state)}...`;
    case 'paused':
      return `Paused: ${left(sections)}`;
    case 'cancelled':
      return `Cancelled: ${left(sections)}`;
    case 'completed':
      return outcome(sections);
    case 'stopped':
      return state.stopped || 'The page could not go on.';
    default:
      return '';
  }
}

function underWay({ sections, current }) {
  const open = names(sections, 'generating');
  if (open.length) return open.includes(current) ? current : open.at(-1);
  return sections.find((one) => one.requested)?.name ?? current;
}

const left = (sections) => `${names(sections, 'completed').length} of ${sections.length} done`;

function outcome(sections) {
  const failed = names(sections, 'failed');
  if (!failed.length) return '✅ All sections generated!';
  const done = sections.length - failed.length;
  return `${done} of ${sections.length} sections generated: ${failed.join(', ')} failed`;
}

/** @param {import('./state.js').State} state what the page costs by now, '' when nothing was spent */
export function totalLine(state) {
  const { usd, tokens } = figures(total(state));
  const parts = [usd, tokens].filter(Boolean);
  if (!parts.length) return '';
  const [first, ...rest] = parts;
  return [`${first} ${isBusy(state) ? 'so far' : 'in total'}`, ...rest].join(' · ');
}

/** @param {import('./state.js').State} state for the live region */
export function spokenSummary(state) {
  const { phase, sections, problem, line } = state;
  if (problem) return problem;
  if (line === 'lost') return 'The line is lost. Reconnecting.';
  if (phase === 'preparing' || phase === 'connecting' || phase === 'opening') return progressLine(state);
  if (phase === 'stopped' || phase === 'paused' || phase === 'cancelled') return progressLine(state);
  if (phase !== 'generating' && phase !== 'completed') return '';
  const failed = names(sections, 'failed');
  const done = names(sections, 'completed').length;
  const all = phase === 'completed' && !failed.length ? 'All sections generated. ' : '';
  return `${all}${done} of ${sections.length} done.${failed.length ? ` ${failed.join(', ')} failed.` : ''}`;
}
