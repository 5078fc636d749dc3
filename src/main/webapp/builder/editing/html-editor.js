import { html, nothing, render } from 'lit-html';
import * as api from '../api.js';
import { cardOf, Modal } from './modal.js';
import { Still } from './still.js';
import { takenOutLine } from './version-words.js';

/** A section's markup in a code editor, with what is wrong with it and how it would look. */
export class HtmlEditor {
  #modal = new Modal('html-editor', () => this.#leave());
  #store;
  #stylist;
  #save;
  #name = '';
  #base = 0;
  #opened = '';
  #editor;
  #still;
  #run;
  #view = { notice: '', tone: 'calm', findings: null, removed: [], asks: false, busy: false, ready: false };

  /**
   * @param {import('../store.js').Store} store
   * @param {import('../preview/stylist.js').Stylist} stylist
   * @param {(name: string, html: string, revision: number, label: string) => Promise<import('./edits.js').Outcome>} save
   */
  constructor(store, stylist, save) {
    this.#store = store;
    this.#stylist = stylist;
    this.#save = save;
    store.subscribe((state, before) => this.#follow(state, before));
  }

  /**
   * @param {string} name of a section
   * @param {{html: string, revision: number}} [draft] unsaved words to go on with
   */
  async open(name, draft) {
    const section = this.#section(name);
    if (!section || this.#modal.isOpen) return;
    this.#run = new AbortController();
    this.#name = name;
    this.#base = draft?.revision ?? section.revision;
    this.#opened = '';
    this.#tell({ notice: draft ? 'These are your changes, not saved yet.' : '', tone: 'calm', findings: null, removed: [], asks: false, busy: false, ready: false });
    this.#modal.open(() => cardOf(name));
    const { element } = this.#modal;
    this.#still = new Still(element.querySelector('.still'), 'How it would look', this.#stylist, this.#run.signal);
    const { signal } = this.#run;
    const source = draft?.html ?? section.html;
    const [laidOut, code] = await Promise.all([this.#laidOut(source), import('./code-mirror.js')]).catch((problem) => [null, null, problem]);
    if (signal.aborted) return;
    if (!code) return this.#tell({ notice: 'The editor could not be loaded. Check the connection, then open it again.', tone: 'bad' });
    const host = element.querySelector('.editor');
    this.#editor = code.codeEditor({ host, label: `HTML of ${name}`, text: laidOut, check: (text) => this.#check(text), save: () => this.#commit(), changed: () => this.#view.asks && this.#tell({ asks: false }) });
    this.#opened = draft ? '' : laidOut;
    this.#tell({ ready: true });
    this.#editor.focus();
  }

  #section(name) {
    return this.#store.state.sections.find((one) => one.name === name);
  }

  /** The canonical markup is one line; a person reads it on many. */
  async #laidOut(source) {
    const answer = await api.checks(this.#store.state.pageId, this.#name, source).catch(() => null);
    return answer?.html || source;
  }

  async #check(text) {
    const { signal } = this.#run;
    const answer = await api.checks(this.#store.state.pageId, this.#name, text).catch(() => null);
    if (!answer || signal.aborted || text !== this.#editor?.text) return [];
    this.#tell({ findings: answer.findings, removed: answer.removed });
    this.#still.show(answer.html ?? '', this.#store.state);
    return answer.findings;
  }

  async #commit() {
    if (this.#view.busy || !this.#editor) return;
    const text = this.#editor.text;
    if (text === this.#opened) return this.#close();
    this.#tell({ busy: true, notice: '', asks: false });
    const outcome = await this.#save(this.#name, text, this.#base, `HTML changed in ${this.#name}`);
    if (!this.#modal.isOpen) return;
    this.#tell({ busy: false });
    if (outcome.is === 'theirs') return this.#close();
    if (outcome.is === 'refused') return this.#tell({ notice: outcome.message, tone: 'bad' });
    this.#base = outcome.revision;
    if (outcome.is === 'edit') {
      this.#tell({ notice: 'These are your changes, not saved yet.', tone: 'calm' });
      return this.#editor.focus();
    }
    if (!outcome.takenOut.length) return this.#close();
    this.#opened = await this.#laidOut(outcome.html);
    this.#editor.begin(this.#opened);
    this.#tell({ notice: `Saved. ${takenOutLine(outcome.takenOut)}.`, tone: 'warn' });
  }

  #leave() {
    if (this.#view.busy) return;
    const dirty = this.#editor && this.#editor.text !== this.#opened;
    if (!dirty) return this.#close();
    this.#tell({ asks: true });
    this.#modal.element.querySelector('[data-stay]').focus();
  }

  #close() {
    this.#run.abort();
    this.#editor?.leave();
    this.#editor = undefined;
    this.#modal.close();
  }

  #follow(state, before) {
    if (!this.#modal.isOpen) return;
    if (state.pageId !== before.pageId) return this.#close();
    const [now, then] = [state, before].map(({ sections }) => sections.find((one) => one.name === this.#name));
    if (!now && then) this.#tell({ notice: `${this.#name} was removed from the page meanwhile. Copy what you want to keep.`, tone: 'bad' });
    else if (now && now.revision !== then?.revision && now.revision > this.#base && !this.#view.busy) {
      this.#tell({ notice: `${this.#name} was changed meanwhile, it is at version ${now.revision} now. When you save, you see both.`, tone: 'warn' });
    }
  }

  #tell(change) {
    this.#view = { ...this.#view, ...change };
    this.#draw();
  }

  #draw() {
    const { notice, tone, asks, busy, ready } = this.#view;
    render(
      html`<header class="modal-head"><h2 id="html-editor-title">HTML of ${this.#name}</h2>
          <button type="button" class="button icon" aria-label="Close" @click=${() => this.#leave()}>✕</button></header>
        <p class="modal-notice" role="status" data-tone=${tone} ?data-empty=${!notice}>${notice}</p>
        <div class="modal-body html-editor">
          <div class="editor" ?data-loading=${!ready}></div>
          <div class="editor-side">
            <div class="still-pane" tabindex="0" role="region" aria-label="How it would look"><div class="still"></div></div>
            ${this.#findings()}
          </div>
        </div>
        <footer class="modal-foot">${asks
          ? html`<p><strong>Discard your changes?</strong></p>
              <button type="button" class="button" data-stay @click=${() => this.#stay()}>Keep editing</button>
              <button type="button" class="button danger" @click=${() => this.#close()}>Discard</button>`
          : html`<p class="edit-keys"><kbd>Ctrl</kbd> <kbd>S</kbd> saves <kbd>Ctrl</kbd> <kbd>F</kbd> searches</p>
              <button type="button" class="button" @click=${() => this.#leave()}>Cancel</button>
              <button type="button" class="button filled" ?disabled=${!ready || busy} @click=${() => this.#commit()}>${busy ? 'Saving...' : 'Save'}</button>`}</footer>`,
      this.#modal.element,
    );
  }

  #stay() {
    this.#tell({ asks: false });
    this.#editor?.focus();
  }

  #findings() {
    const { findings, removed } = this.#view;
    if (!findings) return html`<div class="findings"></div>`;
    const line = ({ message, lines }) => html`<li>${lines.length ? html`<button type="button" class="line" @click=${() => this.#editor?.goTo(lines[0])}>Line ${lines[0]}</button> ` : nothing}${message}</li>`;
    return html`<div class="findings" tabindex="0" role="region" aria-label="What the checks say">
      ${removed.length ? html`<p data-tone="warn">Saving takes out: ${removed.join(', ')}</p>` : nothing}
      ${findings.length ? html`<p>${findings.length === 1 ? 'One thing' : `${findings.length} things`} to look at. You can save all the same.</p><ul>${findings.map(line)}</ul>` : html`<p class="all-good">✓ The checks find nothing.</p>`}
    </div>`;
  }
}
