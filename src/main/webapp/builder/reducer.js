import { idle, NOTHING, sumOf } from './spend.js';
import { EMPTY, pendingSection } from './state.js';
import { aboutPage, fromSnapshot } from './snapshot.js';
import { callOf, grown, keepDrafts, started, waits, withCall } from './writing.js';

/**
 * Folds what happened into the next state. Pure: time comes in with the action.
 * @param {import('./state.js').State} state
 * @param {import('./state.js').Action} action
 * @returns {import('./state.js').State}
 */
export function reduce(state, action) {
  switch (action.type) {
    case 'left':
      return EMPTY;
    case 'asked':
      return asked(state, action);
    case 'opening':
      return { ...EMPTY, phase: 'opening', pageId: action.pageId };
    case 'refused':
      return { ...(state.previous ?? EMPTY), problem: action.reason, problemField: action.field ?? '' };
    case 'created':
      return { ...state, ...aboutPage(action.snapshot), previous: null };
    case 'opened':
      return { ...EMPTY, ...fromSnapshot(action.snapshot) };
    case 'line':
      return state.line === action.line ? state : { ...state, line: action.line };
    case 'event':
      return fold(state, action.event, action.at);
    default:
      return state;
  }
}

function asked(state, { prompt, outputFormat, model }) {
  const previous = state.pageId ? { ...state, problem: '', problemField: '', previous: null } : null;
  return { ...EMPTY, phase: 'connecting', prompt, outputFormat, model: model ?? '', previous };
}

/** One event of the page's log; unknown ones change nothing. */
function fold(state, event, at) {
  switch (event.type) {
    case 'init':
      return {
        ...state,
        phase: 'preparing',
        theme: event.theme ?? state.theme,
        overhead: NOTHING,
        sections: event.section_names.map(pendingSection),
      };
    case 'status':
      return {
        ...section(state, event.section, (one) => started(one, event, at)),
        phase: 'generating',
        current: event.section,
      };
    case 'section_delta':
      return section(state, event.section, (one) => grown(one, event));
    case 'section_waiting':
      return section(state, event.section, (one) => waits(one, event));
    case 'usage':
      return event.section
        ? section(state, event.section, (one) => withCall(one, event))
        : { ...state, overhead: sumOf([state.overhead, callOf(event)]) };
    case 'section_complete':
      return section(state, event.section, (one) => completed(one, event.data));
    case 'error':
      return event.section
        ? section(state, event.section, (one) => ({ ...atRest(one), state: 'failed', error: event.message, findings: event.findings ?? [] }))
        : stopped(state, event.message);
    case 'complete':
      return { ...state, phase: 'completed' };
    case 'reset':
      return keepDrafts({ ...EMPTY, ...fromSnapshot(event.snapshot) }, state);
    default:
      return state;
  }
}

const atRest = (one) => ({ ...one, draft: '', doubts: 0, waiting: null, spend: idle(one.spend) });

const completed = (one, data) => ({
  ...atRest(one),
  state: 'completed',
  html: data.html ?? '',
  code: data.code ?? '',
  author: data.author ?? '',
  model: data.model ?? one.model,
  durationMs: data.durationMs ?? 0,
});

/** Nothing is being made any more: what was begun waits again. */
function stopped(state, reason) {
  const waiting = (one) => (one.state === 'generating' ? { ...atRest(one), state: 'pending' } : one);
  return { ...state, phase: 'stopped', stopped: reason, sections: state.sections.map(waiting) };
}

function section(state, name, change) {
  const at = state.sections.findIndex((one) => one.name === name);
  const next = at < 0 ? undefined : change(state.sections[at]);
  return next && next !== state.sections[at] ? { ...state, sections: state.sections.with(at, next) } : state;
}
