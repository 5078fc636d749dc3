import { NOTHING, UNSPENT } from './spend.js';

/**
 * @typedef {'pending'|'generating'|'completed'|'failed'} SectionState
 *
 * @typedef {object} Section
 * @property {string} name
 * @property {number} order
 * @property {SectionState} state
 * @property {number} revision of what is shown, 0 before the first
 * @property {number} revisions how many contents it ever had
 * @property {''|'retry'|'rewrite'|'add'} requested what a person asked for and has not got yet
 * @property {string} addedBy id of the command that added it, '' for one of the plan's
 * @property {string} html the canonical fragment
 * @property {string} code in the page's output format
 * @property {string} author pattern, model or person
 * @property {string} error why it failed
 * @property {string[]} takenOut what a person's markup had and may not have
 * @property {string[]} findings what was wrong with its markup, for whoever knows markup
 * @property {number} startedAt epoch ms, 0 when unknown
 * @property {number} durationMs
 * @property {string} model who writes it, '' for a built-in pattern
 * @property {number} attempt counts from 1, 0 when none has begun
 * @property {string} draft the fragment so far, while a model writes it
 * @property {number} doubts deltas in a row that looked older than the draft
 * @property {{reason: string, until: number}|null} waiting why nothing happens, and until when (epoch ms)
 * @property {import('./spend.js').Spend} spend
 *
 * @typedef {'empty'|'opening'|'connecting'|'preparing'|'generating'|'paused'|'completed'|'cancelled'|'stopped'} Phase
 *
 * @typedef {object} State everything the views show
 * @property {Phase} phase
 * @property {string} pageId
 * @property {string} title
 * @property {string} prompt
 * @property {string} language
 * @property {string} outputFormat
 * @property {string} model the page's model, '' for built-in patterns
 * @property {import('./spend.js').Amount} overhead what was spent beside the sections
 * @property {{mode?: string, css?: string}} theme
 * @property {Section[]} sections
 * @property {Section[]} removed those that were taken out, to be brought back
 * @property {number|null} budgetUsd what a person allowed the page, null for the server's own limit
 * @property {number} seq of the log's last event in this state, 0 when none is known
 * @property {string} current name of the section started last
 * @property {string} stopped why the page could not go on
 * @property {boolean} gone it was deleted; what is shown is all that is left
 * @property {'live'|'lost'} line
 * @property {string} problem why the last request was refused
 * @property {string} problemField the request's field that was refused, '' when none is to blame
 * @property {State|null} previous what a refused request goes back to
 *
 * @typedef {{type: string} & Record<string, any>} Action
 */

/** @type {State} */
export const EMPTY = Object.freeze({
  phase: 'empty',
  pageId: '',
  title: '',
  prompt: '',
  language: 'en',
  outputFormat: 'react',
  model: '',
  overhead: NOTHING,
  theme: {},
  sections: [],
  removed: [],
  budgetUsd: null,
  seq: 0,
  current: '',
  stopped: '',
  gone: false,
  line: 'live',
  problem: '',
  problemField: '',
  previous: null,
});

/** @param {string} name @param {number} order @returns {Section} */
export const pendingSection = (name, order) => ({
  name,
  order,
  state: 'pending',
  revision: 0,
  revisions: 0,
  requested: '',
  addedBy: '',
  html: '',
  code: '',
  author: '',
  error: '',
  takenOut: [],
  findings: [],
  startedAt: 0,
  durationMs: 0,
  model: '',
  attempt: 0,
  draft: '',
  doubts: 0,
  waiting: null,
  spend: UNSPENT,
});

/** @param {State} state whether sections are still to come */
export const isBusy = ({ phase }) => phase === 'connecting' || phase === 'preparing' || phase === 'generating';
