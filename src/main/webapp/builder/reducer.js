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
    case 'gone':
      return { ...stopped(state, state.stopped || action.reason), line: 'live', gone: true };
    case 'line':
      return state.line === action.line ? state : { ...state, line: action.line };
    case 'fetched':
      return section(state, action.name, (one) => fetched(one, action.snapshot));
    case 'event':
      return reached(fold(state, action.event, action.at), action.event.seq);
    default:
      return state;
  }
}

function asked(state, { prompt, outputFormat, model }) {
  const previous = state.pageId ? { ...state, problem: '', problemField: '', previous: null } : null;
  return { ...EMPTY, phase: 'connecting', prompt, outputFormat, model: model ?? '', previous };
}

/** From a snapshot what is not known here, at the place that it has here. */
function fetched(one, snapshot) {
  const known = one.html ? null : fromSnapshot(snapshot).sections.find(({ name }) => name === one.name);
  return known ? { ...known, order: one.order } : one;
}

const reached = (state, seq) => (seq > state.seq ? { ...state, seq } : state);

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
        phase: state.phase === 'cancelled' ? 'cancelled' : 'generating',
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
      return section(state, event.section, (one) => completed(one, event));
    case 'section_version':
      return section(state, event.section, (one) => ({ ...atRest(one), ...rested(one), revisions: event.revision }));
    case 'section_edited':
      return section(state, event.section, (one) => edited(one, event));
    case 'section_requested':
      return { ...section(state, event.section, (one) => requested(one, event)), phase: state.phase === 'completed' ? 'generating' : state.phase };
    case 'section_added':
      return added(state, event);
    case 'section_removed':
      return removed(state, event.section);
    case 'section_moved':
      return moved(state, event);
    case 'theme':
      return { ...state, theme: event.theme };
    case 'paused':
      return { ...waiting(state, event.stopped), phase: 'paused' };
    case 'resumed':
      return { ...state, phase: 'generating' };
    case 'cancelled':
      return { ...waiting(state, event.stopped), phase: 'cancelled' };
    case 'renamed':
      return { ...state, title: event.title };
    case 'budget':
      return { ...state, budgetUsd: event.budget_usd };
    case 'error':
      return event.section
        ? section(state, event.section, (one) => failed(one, event))
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

const shown = (data) => ({ html: data.html ?? '', code: data.code ?? '', author: data.author ?? '' });

const completed = (one, { data, revision }) => ({
  ...atRest(one),
  ...shown(data),
  state: 'completed',
  requested: '',
  revision: revision ?? one.revisions + 1,
  revisions: revision ?? one.revisions + 1,
  model: data.model ?? one.model,
  durationMs: data.durationMs ?? 0,
});

/** What was there before a failed attempt stays, and is what the section is. */
const failed = (one, { message, findings }) => ({
  ...atRest(one),
  state: one.html ? 'completed' : 'failed',
  requested: '',
  error: message,
  findings: findings ?? [],
});

const requested = (one, { reason, command, model }) => ({
  ...atRest(one),
  state: 'pending',
  requested: reason,
  addedBy: reason === 'add' ? command : one.addedBy,
  error: '',
  findings: [],
  model: model ?? one.model,
});

/** A person's own words, or an earlier revision; what is being written meanwhile goes on. */
function edited(one, { data, revision, removed }) {
  const change = { ...one, ...shown(data), revision, revisions: revision, takenOut: removed ?? [], error: '', findings: [] };
  return one.state === 'generating' ? change : { ...change, state: 'completed', requested: '' };
}

/** How a section stands that nobody is at. */
const rested = (one) => ({ state: one.html ? 'completed' : 'pending', requested: '' });

function waiting(state, names) {
  const stop = (one) => (names.includes(one.name) ? { ...atRest(one), ...rested(one) } : one);
  return { ...state, sections: state.sections.map(stop) };
}

const numbered = (sections) => sections.map((one, order) => (one.order === order ? one : { ...one, order }));

function added(state, { section: name, order }) {
  const back = state.removed.find((one) => one.name === name);
  const sections = numbered(state.sections.toSpliced(order, 0, back ?? pendingSection(name, order)));
  return { ...state, sections, removed: state.removed.filter((one) => one.name !== name) };
}

function removed(state, name) {
  const gone = state.sections.filter((one) => one.name === name).map((one) => ({ ...atRest(one), ...rested(one) }));
  return { ...state, sections: numbered(state.sections.filter((one) => one.name !== name)), removed: [...state.removed, ...gone] };
}

function moved(state, { section: name, order }) {
  const one = state.sections.find((each) => each.name === name);
  const others = state.sections.filter((each) => each.name !== name);
  return one ? { ...state, sections: numbered(others.toSpliced(order, 0, one)) } : state;
}

/** Nothing is being made any more: what was begun waits again. */
function stopped(state, reason) {
  const under = state.sections.filter((one) => one.state === 'generating').map((one) => one.name);
  return { ...waiting(state, under), phase: 'stopped', stopped: reason };
}

function section(state, name, change) {
  const at = state.sections.findIndex((one) => one.name === name);
  const next = at < 0 ? undefined : change(state.sections[at]);
  return next && next !== state.sections[at] ? { ...state, sections: state.sections.with(at, next) } : state;
}
