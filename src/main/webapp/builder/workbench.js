import * as api from './api.js';
import { showInTitle } from './address.js';
import { copy } from './clipboard.js';
import { Commands, uuid } from './commands.js';
import { fileName, save, standalone } from './download.js';
import { Edits } from './editing/edits.js';
import { journal } from './journal.js';
import { Follow, reveal } from './preview/follow.js';
import { PreviewFrame } from './preview/frame.js';
import { guard } from './preview/guard.js';
import { Painter } from './preview/painter.js';
import { Stylist } from './preview/stylist.js';
import { Viewport } from './preview/viewport.js';
import { SectionActions } from './section-actions.js';
import { Session } from './session.js';
import { listenForShortcuts } from './shortcuts.js';
import { Store } from './store.js';
import { BudgetView } from './views/budget.js';
import { CardsView } from './views/cards.js';
import { CodeView } from './views/code.js';
import { ExportMenu } from './views/export-menu.js';
import { showGone } from './views/gone.js';
import { PageControls } from './views/page-controls.js';
import { showProgress } from './views/progress.js';
import { showShell, showWork } from './views/shell.js';
import { ThemePanel } from './views/theme-panel.js';
import { TitleView } from './views/title.js';
import { spokenSummary } from './wording.js';

/**
 * All that a page needs: events fold into one state, views show it, actions go to the session.
 */
export class Workbench {
  #store = new Store();
  #stylist = new Stylist();
  #frame = new PreviewFrame(document.getElementById('preview'));
  #session;
  #commands;
  #painter;
  #follow;
  #code;
  #cards;
  #budget;

  /**
   * @param {{say: (text: string, action?: object) => void, live: import('./live-region.js').LiveRegion, prompt: import('./views/prompt.js').PromptView,
   *   tabs: import('./views/tabs.js').Tabs, shortcuts: object, share: (id: string) => void}} around what is there without a page, too
   * @param {AbortSignal} signal
   */
  constructor({ say, live, prompt, tabs, shortcuts, share }, signal) {
    const [store, stylist, frame] = [this.#store, this.#stylist, this.#frame];
    this.#session = new Session(store, signal);
    const commands = (this.#commands = new Commands(store, say));
    const actions = new SectionActions(commands, store, say);
    const controls = new PageControls(commands, actions);
    const code = (this.#code = new CodeView((text, name) => copy(text, name, 'code', say)));
    const exports = new ExportMenu({ download: () => this.#download(), share: () => share(store.state.pageId) }, say, signal);
    const follow = (this.#follow = new Follow(signal));
    const badStyles = (problem) => say(`The page's styles could not be made: ${problem.message}`);
    const painter = (this.#painter = new Painter(frame, stylist, (...where) => this.#painted(...where), badStyles));
    const showCard = (name) => {
      tabs.show('preview');
      const place = painter.place(name);
      if (place?.element) reveal(place.element);
    };
    const cards = (this.#cards = new CardsView(showCard, actions, (text) => live.tell(text), signal));
    new Viewport(signal);
    const title = new TitleView(commands);
    const budget = (this.#budget = new BudgetView(commands, signal));
    // What changes is looked at: the preview, where it is not beside the sections anyway.
    const opened = () => document.body.dataset.view === 'preview' || tabs.show('preview');
    const theme = new ThemePanel(commands, { tryOn: (wish) => painter.tryOn(wish), say, opened }, signal);
    const edits = new Edits({ store, commands, painter, frame, stylist }, say, () => tabs.show('preview'), signal);

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
    // The compiler starts before it is needed.
    stylist.warm();
  }

  /** @param {import('./api.js').Models} models which of them may write sections */
  offer(models) {
    this.#cards.offer(models);
    this.#budget.offer(models);
  }

  /** @param {import('./api.js').PageType[]} types */
  pageTypes(types) {
    this.#cards.pageTypes(types);
  }

  /** @param {import('./api.js').PageRequest} request @returns {Promise<string>} the page's id, '' when it was refused */
  start(request) {
    return this.#session.start(request);
  }

  /** @param {string} id a page's */
  open(id) {
    this.#session.open(id);
  }

  /** No page is shown any more; it goes on being made. */
  leave() {
    this.#session.leave();
  }

  undo() {
    if (this.#store.state.pageId) this.#commands.undo();
  }

  redo() {
    if (this.#store.state.pageId) this.#commands.redo();
  }

  /** @param {string} view what is on the screen */
  shown(view) {
    this.#code.visible(view === 'code');
  }

  /** @param {string} id any page's @param {string} title @returns {Promise<import('./api.js').ApiError|null>} what went wrong */
  rename(id, title) {
    const wish = { type: 'rename', title };
    if (id === this.#store.state.pageId) return this.#commands.send(wish, `Renamed to ${title}`);
    return api.command(id, { id: uuid(), ...wish }).then(() => null, (problem) => problem);
  }

  /** Of several that grow at once, the first in the page is followed. */
  #painted(place, first) {
    document.body.dataset.painted = '';
    const { phase, sections } = this.#store.state;
    const lead = sections.find((section) => section.state === 'generating' && section.draft);
    const live = phase === 'generating' || !first;
    if (live && (!lead || lead.order === place.order)) this.#follow.painted(place, first);
  }

  async #download() {
    const { state } = this.#store;
    const css = await this.#painter.styles();
    save(fileName(state.title), standalone(state, css));
  }
}
