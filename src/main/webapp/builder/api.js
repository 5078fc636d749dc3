/** The only module that fetches. Addresses are relative to the app, wherever it is mounted. */

const ROOT = new URL('../', import.meta.url);

/** The window hears of it when a call finds that nobody is signed in any more. */
export const SIGNED_OUT = 'pageloom-signed-out';

/**
 * @typedef {{prompt: string, outputFormat: string, pageType?: string, sections?: {name: string, model?: string}[], model?: string, parallelism?: number, budgetUsd?: number}} PageRequest
 *
 * @typedef {{id: string, label: string, sections: string[]}} PageType
 *
 * Null stands for what nobody says.
 * @typedef {{id: string, name: string, contextTokens: number|null, inputUsdPerMillion: number|null, outputUsdPerMillion: number|null}} Model
 *
 * @typedef {{connected: boolean, provider?: string, default?: string, models: Model[], budgetUsd?: number}} Models
 */

/** A refusal or a lost line, in words for a person. */
export class ApiError extends Error {
  /**
   * @param {string} message what happened and what to do next
   * @param {number} status HTTP status, 0 when nobody answered
   */
  constructor(message, status) {
    super(message);
    this.status = status;
    /** The request's field that is to blame, '' when none is. */
    this.field = status === 422 ? (/^(\w+)\S*: /.exec(message)?.[1] ?? '') : '';
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
async function call(path, options) {
  const response = await fetch(new URL(path, ROOT), options).catch((cause) => {
    if (cause.name === 'AbortError') throw cause;
    throw new ApiError('Pageloom does not answer. Check that it is running, then try again.', 0);
  });
  if (response.ok) return response;
  const problem = new ApiError(await detail(response), response.status);
  if (response.status === 401) globalThis.dispatchEvent(new Event(SIGNED_OUT));
  throw problem;
}

/** @param {Response} response */
async function detail(response) {
  const problem = await response.json().catch(() => ({}));
  return problem.detail || problem.title || `Pageloom answered with status ${response.status}. Try again in a moment.`;
}

/** @param {string} path @param {AbortSignal} [signal] */
const json = async (path, signal) => (await call(path, { signal, headers: { Accept: 'application/json' } })).json();

/** @param {string} path @param {object} body @param {RequestInit} [more] @returns {Promise<Response>} */
function post(path, body, { headers, ...more } = {}) {
  const json = { 'Content-Type': 'application/json', Accept: 'application/json' };
  return call(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body), ...more });
}

/** @type {(path: string, body: object, more?: RequestInit) => Promise<any>} */
const answerTo = async (path, body, more) => (await post(path, body, more)).json();

/** @param {string} pageId @param {string} part @returns {string} where a part of a page is, '' for itself */
const of = (pageId, part = '') => `api/pages/${encodeURIComponent(pageId)}${part}`;

/**
 * Starts a page.
 * @param {PageRequest} request
 * @param {string} key the same key and request never start two pages
 * @param {AbortSignal} [signal]
 */
export const createPage = (request, key, signal) =>
  answerTo('api/pages', request, { signal, headers: { 'Idempotency-Key': key } });

/** @param {string} password @returns {Promise<unknown>} */
export const login = (password) => post('api/login', { password });

/** Ends this browser's login. */
export const logout = () => call('api/logout', { method: 'POST', headers: { Accept: 'application/json' } });

/** @param {AbortSignal} [signal] @returns {Promise<{name: string, authentication: 'thismachine'|'password'|'proxy'|'container', sharing: boolean}>} */
export const me = (signal) => json('api/me', signal);

/**
 * A link to a page for others. Its address is told only when it is made.
 * @typedef {{id: string, seq: number, createdAt: string, expiresAt: string, url?: string}} Share
 *
 * @param {string} pageId @param {AbortSignal} [signal] @returns {Promise<Share[]>} newest first
 */
export const shares = async (pageId, signal) => (await json(of(pageId, '/shares'), signal)).shares;

/** @param {string} pageId @param {number} days @returns {Promise<Share>} */
export const share = (pageId, days) => answerTo(of(pageId, '/shares'), { days });

/** @param {string} pageId @param {string} shareId */
export const unshare = (pageId, shareId) =>
  call(of(pageId, `/shares/${encodeURIComponent(shareId)}`), { method: 'DELETE' });

/** @param {string} id @param {AbortSignal} [signal] the page's snapshot */
export const page = (id, signal) => json(of(id), signal);

/**
 * Sends a command to a page. The same id is applied once, so a lost answer may be asked for again.
 * @param {string} pageId
 * @param {{id: string, type: string} & Record<string, any>} command
 * @returns {Promise<{id: string, seq: number}>} the page's last event after it
 */
export const command = (pageId, command) => answerTo(of(pageId, '/commands'), command);

/** @param {string} pageId @param {string} section @returns {Promise<object[]>} every content it ever had, newest first */
export async function versions(pageId, section) {
  const body = await json(of(pageId, `/versions?section=${encodeURIComponent(section)}`));
  return body.versions;
}

/**
 * What is wrong with markup that is meant for a section, and what would be shown of it. Changes nothing.
 * @param {string} page @param {string} section @param {string} html
 * @returns {Promise<{findings: {kind: string, message: string, lines: number[]}[], removed: string[], html: string|null}>}
 */
export const checks = (page, section, html) => answerTo('api/checks', { page, section, html });

/** @param {string} pageId @returns {Promise<object>} the snapshot of a copy of its own */
export async function copyPage(pageId) {
  const response = await call(of(pageId, '/copies'), { method: 'POST', headers: { Accept: 'application/json' } });
  return response.json();
}

/** @param {string} pageId */
export const deletePage = (pageId) => call(of(pageId), { method: 'DELETE' });

/**
 * A part of all pages, newest first.
 * @param {{q?: string, cursor?: string, limit?: number}} wish
 * @param {AbortSignal} [signal]
 * @returns {Promise<{pages: object[], nextCursor: string|null}>}
 */
export function pages({ q = '', cursor = '', limit = 24 }, signal) {
  const query = new URLSearchParams({ limit: String(limit), ...(q && { q }), ...(cursor && { cursor }) });
  return json(`api/pages?${query}`, signal);
}

/** @param {AbortSignal} [signal] the newest pages */
export async function recentPages(signal) {
  const body = await json('api/pages?limit=6', signal);
  return Array.isArray(body) ? body : (body.pages ?? []);
}

/** @param {AbortSignal} [signal] what kinds of page there are */
export async function pageTypes(signal) {
  const body = await json('api/page-types', signal);
  return Array.isArray(body) ? body : (body.pageTypes ?? []);
}

/** @param {AbortSignal} [signal] @returns {Promise<import('./theme-css.js').Catalogue>} what a theme can be made of */
export const themes = (signal) => json('api/themes', signal);

/** @param {AbortSignal} [signal] @returns {Promise<Models>} */
export const models = (signal) => json('api/models', signal);

/** @param {string} id @param {string} format where the page is to be had as a file */
export const exportUrl = (id, format) => new URL(of(id, `/export?format=${format}`), ROOT).href;

/** @param {string} id @param {number} seq the last event seen, 0 for none */
export function eventsUrl(id, seq) {
  const url = new URL(of(id, '/events'), ROOT);
  // A page that is complete may change again, by this window or another.
  url.searchParams.set('watch', '1');
  if (seq) url.searchParams.set('last_event_id', eventId(id, seq));
  return url.href;
}

/** @param {Map<string, number>} pages each with the last event seen, 0 for none */
export function eventsOfAllUrl(pages) {
  const url = new URL('api/events', ROOT);
  for (const [id, seq] of pages) url.searchParams.append('after', eventId(id, seq));
  return url.href;
}

const eventId = (page, seq) => `v1.${page}.${seq}`;

/** @param {string|URL} path */
export const text = async (path) => (await call(path)).text();

/** @returns {Promise<{palettes: {id: string, css: string}[], patterns: {kind: string, layout: string, html: string}[]}>} in development only */
export const devPatterns = () => json('api/dev/patterns');
