import * as api from '../api.js';
import { EditBar } from './bar.js';
import { Conflict } from './conflict.js';
import { HtmlEditor } from './html-editor.js';
import { cardOf } from './modal.js';
import { TextEditing } from './text-editing.js';
import { takenOutLine } from './version-words.js';
import { Versions } from './versions.js';

const PATIENCE_MS = 2000;

/**
 * How saving ended: the page shows it, theirs is kept, the person goes on, or it was refused.
 * @typedef {{is: 'saved'|'theirs'|'edit'|'refused', html: string, revision: number, takenOut: string[], message: string}} Outcome
 */

/** What a person does to the content of a section with their own hands. */
export class Edits {
  #store;
  #commands;
  #say;
  #conflict;
  #editor;
  #texts;
  #versions;
  #arrival = () => {};

  /**
   * @param {{store: import('../store.js').Store, commands: import('../commands.js').Commands, painter: import('../preview/painter.js').Painter,
   *   frame: import('../preview/frame.js').PreviewFrame, stylist: import('../preview/stylist.js').Stylist}} parts
   * @param {(text: string) => void} say
   * @param {() => void} showPreview
   * @param {AbortSignal} signal
   */
  constructor({ store, commands, painter, frame, stylist }, say, showPreview, signal) {
    this.#store = store;
    this.#commands = commands;
    this.#say = say;
    this.#conflict = new Conflict(store, stylist);
    this.#editor = new HtmlEditor(store, stylist, (...wish) => this.#save(...wish));
    this.#versions = new Versions(store, stylist, (name, revision) => this.#restore(name, revision));
    const bar = new EditBar(() => this.#texts.save(), () => this.#texts.cancel());
    this.#texts = new TextEditing(
      { frame, painter, store },
      { save: (...wish) => this.#saveText(...wish), say, changed: (draft) => bar.show(draft), left: (name) => cardOf(name)?.focus() },
    );
    store.subscribe(() => this.#arrival());
    const listen = (type, act) => document.addEventListener(type, (event) => act(event.detail.name), { signal });
    listen('edit-section', (name) => {
      showPreview();
      this.#texts.begin(name);
    });
    listen('edit-html', (name) => this.#editor.open(name));
    listen('section-versions', (name) => this.#versions.open(name));
  }

  /** @param {Document} preview a fresh one @param {AbortSignal} signal */
  watch(preview, signal) {
    this.#texts.watch(preview, signal);
  }

  async #saveText(name, html, revision, label) {
    const outcome = await this.#save(name, html, revision, label);
    if (outcome.is === 'saved' && outcome.takenOut.length) this.#say(takenOutLine(outcome.takenOut));
    if (outcome.is === 'edit') this.#editor.open(name, { html, revision: outcome.revision });
    if (outcome.is === 'refused') this.#editor.open(name, { html, revision });
    return outcome.is === 'saved';
  }

  /** @returns {Promise<Outcome>} */
  async #save(name, html, expectedRevision, label) {
    let revision = expectedRevision;
    const outcome = (is, more) => ({ is, html, revision, takenOut: [], message: '', ...more });
    for (;;) {
      const before = this.#section(name);
      const problem = await this.#commands.send({ type: 'write', section: name, html, expectedRevision: revision }, label);
      if (!problem) return outcome('saved', await this.#shown(name, before));
      const theirs = problem.status === 409 ? await this.#current(name) : null;
      if (!theirs) return outcome('refused', { message: problem.message });
      const choice = await this.#conflict.ask(name, theirs, html);
      revision = theirs.revision;
      if (choice !== 'mine') return outcome(choice);
    }
  }

  #section(name) {
    return this.#store.state.sections.find((one) => one.name === name);
  }

  async #current(name) {
    const list = await api.versions(this.#store.state.pageId, name).catch(() => []);
    return list.find((one) => one.current);
  }

  /** The section as the page's log tells it; markup that changes nothing tells nothing. */
  async #shown(name, before) {
    const arrived = () => this.#section(name)?.revision !== before?.revision;
    if (!arrived()) {
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, PATIENCE_MS);
        this.#arrival = () => arrived() && (clearTimeout(timer), resolve());
      });
      this.#arrival = () => {};
    }
    const { html, revision, takenOut } = this.#section(name) ?? before;
    return { html, revision, takenOut: arrived() ? takenOut : [] };
  }

  async #restore(name, revision) {
    const problem = await this.#commands.send({ type: 'restore', section: name, revision }, `${name} is at version ${revision} again`);
    if (problem?.status === 409) this.#say(problem.message);
    return !problem;
  }
}
