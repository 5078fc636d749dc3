import * as api from './builder/api.js';
import { pageInAddress, showInAddress } from './builder/address.js';
import { offerColorModes } from './builder/appearance.js';
import { LiveRegion } from './builder/live-region.js';
import { listenForShortcuts } from './builder/shortcuts.js';
import { EMPTY } from './builder/state.js';
import { showAccount } from './builder/views/account.js';
import { dialogs } from './builder/views/dialogs.js';
import { PromptView } from './builder/views/prompt.js';
import { showRecents } from './builder/views/recents.js';
import { showShell } from './builder/views/shell.js';
import { Tabs } from './builder/views/tabs.js';
import { toast } from './builder/views/toast.js';

/**
 * The builder before there is a page: a sentence, and pages made before. What a page needs, the
 * workbench, is fetched as soon as somebody writes or opens one.
 */

const { signal } = new AbortController();
const live = new LiveRegion(document.getElementById('live'));

const say = (text, action) => {
  toast(text, action);
  live.tell(text);
};

/** @type {import('./builder/workbench.js').Workbench|null} */
let workbench = null;
/** @type {Promise<void>|null} */
let coming = null;

const dialog = dialogs(say);
const prompt = new PromptView(ask, signal);
const tabs = new Tabs((view) => workbench?.shown(view), signal);
const shortcuts = { prompt: openPrompt, submit: () => prompt.submit(), undo: () => workbench?.undo(), redo: () => workbench?.redo() };

const ignore = () => {};
const models = api.models(signal);
const types = api.pageTypes(signal);
const loadRecents = () => api.recentPages(signal).then((pages) => showRecents(pages, go, openHistory), ignore);
const openHistory = () => dialog.history({ open: go, rename, removing });

/** The workbench, or null where it can't be had; that was said. */
async function work() {
  coming ??= fetchWorkbench();
  await coming;
  return workbench;
}

async function fetchWorkbench() {
  try {
    const { Workbench } = await import('./builder/workbench.js');
    const bench = new Workbench({ say, live, prompt, tabs, shortcuts, share: (id) => dialog.links(id) }, signal);
    models.then((found) => bench.offer(found), ignore);
    types.then((found) => bench.pageTypes(found), ignore);
    workbench = bench;
  } catch (problem) {
    coming = null;
    say('A part of the builder could not be loaded. Check that Pageloom is running.', { label: 'Try again', run: arrive });
    console.error(problem);
  }
}

async function ask(request) {
  tabs.show('build');
  const id = await (await work())?.start(request);
  if (id) showInAddress(id);
}

async function open(id) {
  tabs.show('build');
  if (!workbench) showShell({ ...EMPTY, phase: 'opening', pageId: id }, EMPTY);
  const bench = await work();
  if (!bench) showShell(EMPTY, EMPTY);
  else if (id === pageInAddress()) bench.open(id);
}

function leave() {
  if (workbench) workbench.leave();
  else showShell(EMPTY, EMPTY);
  tabs.show('build');
  loadRecents();
}

function startOver() {
  go('');
  prompt.fill('');
}

function openPrompt() {
  tabs.show('build');
  prompt.focus();
}

/** Goes to where the address bar points. */
function arrive() {
  const id = pageInAddress();
  if (id) open(id);
  else leave();
}

async function rename(id, title) {
  const bench = await work();
  return bench ? bench.rename(id, title) : new api.ApiError('The page could not be renamed. Try again.', 0);
}

/** A page that is deleted here is left before. */
function removing(id) {
  if (id === pageInAddress()) go('');
}

function go(id) {
  showInAddress(id);
  arrive();
}

offerColorModes(signal);
showAccount(say, signal);
listenForShortcuts(window, shortcuts, signal);
window.addEventListener('popstate', arrive, { signal });
document.getElementById('new-page').addEventListener('click', startOver, { signal });
document.getElementById('gone-new').addEventListener('click', startOver, { signal });
document.getElementById('all-pages').addEventListener('click', openHistory, { signal });
for (const kind of ['input', 'click']) document.getElementById('ask').addEventListener(kind, work, { signal, once: true });
models.then((found) => prompt.offer(found), ignore);
types.then((found) => prompt.pageTypes(found), ignore);
arrive();
