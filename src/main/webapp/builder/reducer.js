import { EMPTY, pendingSection } from './state.js';
import { aboutPage, fromSnapshot } from './snapshot.js';

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
      return { ...(state.previous ?? EMPTY), problem: action.reason };
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

function asked(state, { prompt, outputFormat }) {
  const previous = state.pageId ? { ...state, problem: '', previous: null } : null;
  return { ...EMPTY, phase: 'connecting', prompt, outputFormat, previous };
}

/** One event of the page's log; unknown ones change nothing. */
function fold(state, event, at) {
  switch (event.type) {
    case 'init':
      return {
        ...state,
        phase: 'preparing',
        theme: event.theme ?? state.theme,
        sections: event.section_names.map(pendingSection),
      };
    case 'status':
      return {
        ...section(state, event.section, { state: 'generating', startedAt: at, error: '' }),
        phase: 'generating',
        current: event.section,
      };
    case 'section_complete':
      return section(state, event.section, {
        state: 'completed',
        html: event.data.html ?? '',
        code: event.data.code ?? '',
        author: event.data.author ?? '',
        durationMs: event.data.durationMs ?? 0,
      });
    case 'error':
      return event.section
        ? section(state, event.section, { state: 'failed', error: event.message })
        : stopped(state, event.message);
    case 'complete':
      return { ...state, phase: 'completed' };
    case 'reset':
      return { ...EMPTY, ...fromSnapshot(event.snapshot) };
    default:
      return state;
  }
}

/** Nothing is being made any more: what was begun waits again. */
function stopped(state, reason) {
  const waiting = (one) => (one.state === 'generating' ? { ...one, state: 'pending' } : one);
  return { ...state, phase: 'stopped', stopped: reason, sections: state.sections.map(waiting) };
}

function section(state, name, change) {
  const sections = state.sections.map((one) => (one.name === name ? { ...one, ...change } : one));
  return { ...state, sections };
}
