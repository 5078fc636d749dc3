import * as api from './builder/api.js';
import { pageInAddress, showInAddress, showInTitle } from './builder/address.js';
import { offerColorModes } from './builder/appearance.js';
import { copy } from './builder/clipboard.js';
import { Commands, uuid } from './builder/commands.js';
import { fileName, save, standalone } from './builder/download.js';
import { LateEdits } from './builder/editing/late-edits.js';
import { journal } from './builder/journal.js';
import { LiveRegion } from './builder/live-region.js';
import { Follow, reveal } from './builder/preview/follow.js';
import { PreviewFrame } from './builder/preview/frame.js';
import { guard } from './builder/preview/guard.js';
import { Painter } from './builder/preview/painter.js';
import { Stylist } from './builder/preview/stylist.js';
import { Viewport } from './builder/preview/viewport.js';
import { SectionActions } from './builder/section-actions.js';
import { Session } from './builder/session.js';
import { listenForShortcuts } from './builder/shortcuts.js';
import { Store } from './builder/store.js';
import { showAccount } from './builder/views/account.js';
import { BudgetView } from './builder/views/budget.js';
import { CardsView } from './builder/views/cards.js';
import { CodeView } from './builder/views/code.js';
import { dialogs } from './builder/views/dialogs.js';
import { ExportMenu } from './builder/views/export-menu.js';
import { showGone } from './builder/views/gone.js';
import { PageControls } from './builder/views/page-controls.js';
import { showProgress } from './builder/views/progress.js';
import { PromptView } from './builder/views/prompt.js';
import { showRecents } from './builder/views/recents.js';
import { showShell, showWork } from './builder/views/shell.js';
import { ThemePanel } from './builder/views/theme-panel.js';
import { TitleView } from './builder/views/title.js';
import { Tabs } from './builder/views/tabs.js';
import { toast } from './builder/views/toast.js';
import { spokenSummary } from './builder/wording.js';

/** Puts the builder together: events fold into one state, views show it, actions go to the session. */

const life = new AbortController();
const { signal } = life;
const store = new Store();
const session = new Session(store, signal);
const stylist = new Stylist();
const live = new LiveRegion(document.getElementById('live'));

const say = (text, action) => {
  toast(text, action);
  live.tell(text);
};

const dialog = dialogs(say);
const commands = new Commands(store, say);
const actions = new SectionActions(commands, store, say);
const controls = new PageControls(commands, actions);

const prompt = new PromptView(ask, signal);
const code = new CodeView((text, name) => copy(text, name, 'code', say));
const tabs = new Tabs((view) => code.visible(view === 'code'), signal);
const exports = new ExportMenu({ download, share: () => dialog.links(store.state.pageId) }, say, signal);
const follow = new Follow(signal);
const shortcuts = { prompt: openPrompt, submit: () => prompt.submit(), undo: () => store.state.pageId && commands.undo(), redo: () => store.state.pageId && commands.redo() };

const frame = new PreviewFrame(document.getElementById('preview'));
const painter = new Painter(frame, stylist, painted, (problem) => say(`The page's styles could not be made: ${problem.message}`));
const cards = new CardsView((name) => {
  tabs.show('preview');
  const place = painter.place(name);
  if (place?.element) reveal(place.element);
}, actions, (text) => live.tell(text), signal);
new Viewport(signal);
const title = new TitleView(commands);
const budget = new BudgetView(commands, signal);
const theme = new ThemePanel(commands, { tryOn: (wish) => painter.tryOn(wish), say, opened: showPreview }, signal);
const edits = new LateEdits([{ store, commands, painter, frame, stylist }, say, () => tabs.show('preview'), signal], say);

frame.onFresh((preview) => {
  painter.restart();
  guard(frame, say, signal);
  follow.watch(preview, signal);
  edits.watch(preview, signal);
  listenForShortcuts(preview, shortcuts, signal);
}, signal);

store.subscribe((state, before) => {
  showShell(state, before);
  prompt.render(state, before);
  cards.render(state);
  controls.render(state);
  showProgress(state);
  showGone(state);
  title.render(state, before);
  budget.render(state, before);
  theme.render(state, before);
  follow.render(state);
  painter.render(state, before);
  code.render(state, before);
  exports.render(state);
  showInTitle(state);
  journal(state, before);
  live.say(spokenSummary(state));
  if (state.phase === 'preparing' && before.phase === 'connecting') showWork();
});

/** Of several that grow at once, the first in the page is followed. */
function painted(place, first) {
  document.body.dataset.painted = '';
  const { phase, sections } = store.state;
  const lead = sections.find((section) => section.state === 'generating' && section.draft);
  const live = phase === 'generating' || !first;
  if (live && (!lead || lead.order === place.order)) follow.painted(place, first);
}

/** Has what a page needs on its way before there is one. */
function warm() {
  stylist.warm();
  edits.warm();
}

async function ask(request) {
  warm();
  tabs.show('build');
  const id = await session.start(request);
  if (id) showInAddress(id);
}

function open(id) {
  warm();
  tabs.show('build');
  session.open(id);
}

function leave() {
  session.leave();
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

/** What changes is looked at: the preview, where it is not beside the sections anyway. */
function showPreview() {
  if (document.body.dataset.view !== 'preview') tabs.show('preview');
}

async function download() {
  const { state } = store;
  const css = await painter.styles();
  save(fileName(state.title), standalone(state, css));
}

/** Goes to where the address bar points. */
function arrive() {
  const id = pageInAddress();
  if (id) open(id);
  else leave();
}

const ignore = () => {};
const loadRecents = () => api.recentPages(signal).then((pages) => showRecents(pages, go, openHistory), ignore);

const openHistory = () => dialog.history({ open: go, rename, removing });

function rename(id, title) {
  const wish = { type: 'rename', title };
  if (id === store.state.pageId) return commands.send(wish, `Renamed to ${title}`);
  return api.command(id, { id: uuid(), ...wish }).then(() => null, (problem) => problem);
}

/** A page that is deleted here is left before. */
function removing(id) {
  if (id === store.state.pageId) go('');
}

function go(id) {
  showInAddress(id);
  arrive();
}

offerColorModes(signal);
showAccount({ say, sharing: () => exports.offerLinks() }, signal);
listenForShortcuts(window, shortcuts, signal);
window.addEventListener('popstate', arrive, { signal });
document.getElementById('new-page').addEventListener('click', startOver, { signal });
document.getElementById('gone-new').addEventListener('click', startOver, { signal });
document.getElementById('all-pages').addEventListener('click', openHistory, { signal });
for (const kind of ['input', 'click']) document.getElementById('ask').addEventListener(kind, warm, { signal, once: true });
api.models(signal).then((models) => [prompt, cards, budget].forEach((view) => view.offer(models)), ignore);
api.pageTypes(signal).then((types) => [prompt, cards].forEach((view) => view.pageTypes(types)), ignore);
arrive();
