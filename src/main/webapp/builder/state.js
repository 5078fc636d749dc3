/**
 * @typedef {'pending'|'generating'|'completed'|'failed'} SectionState
 *
 * @typedef {object} Section
 * @property {string} name
 * @property {number} order
 * @property {SectionState} state
 * @property {string} html the canonical fragment
 * @property {string} code in the page's output format
 * @property {string} author pattern, model or person
 * @property {string} error why it failed
 * @property {number} startedAt epoch ms, 0 when unknown
 * @property {number} durationMs
 * @property {number} tokens
 *
 * @typedef {'empty'|'opening'|'connecting'|'preparing'|'generating'|'completed'|'stopped'} Phase
 *
 * @typedef {object} State everything the views show
 * @property {Phase} phase
 * @property {string} pageId
 * @property {string} title
 * @property {string} prompt
 * @property {string} language
 * @property {string} outputFormat
 * @property {{mode?: string, css?: string}} theme
 * @property {Section[]} sections
 * @property {string} current name of the section started last
 * @property {string} stopped why the page could not go on
 * @property {'live'|'lost'} line
 * @property {string} problem why the last request was refused
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
  theme: {},
  sections: [],
  current: '',
  stopped: '',
  line: 'live',
  problem: '',
  previous: null,
});

/** @param {string} name @param {number} order @returns {Section} */
export const pendingSection = (name, order) => ({
  name,
  order,
  state: 'pending',
  html: '',
  code: '',
  author: '',
  error: '',
  startedAt: 0,
  durationMs: 0,
  tokens: 0,
});

/** @param {State} state whether sections are still to come */
export const isBusy = ({ phase }) => phase === 'connecting' || phase === 'preparing' || phase === 'generating';
