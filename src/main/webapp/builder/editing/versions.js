import { html, nothing, render } from 'lit-html';
import * as api from '../api.js';
import { cardOf, Modal } from './modal.js';
import { Still } from './still.js';
import { authorOf, effortOf, takenOutLine, timeOf } from './version-words.js';

/** Every content that a section ever had: one is compared with what is shown, and can be brought back. */
export class Versions {
  #modal = new Modal('versions', () => this.close());
  #store;
  #stylist;
  #restore;
  #name = '';
  #revisions = 0;
  /** @type {Record<string, any>[]} newest first */
  #list = [];
  #chosen = 0;
  #problem = '';
  #run;
  #stills = [];

  /**
   * @param {import('../store.js').Store} store
   * @param {import('../preview/stylist.js').Stylist} stylist
   * @param {(name: string, revision: number) => Promise<boolean>} restore
   */
  constructor(store, stylist, restore) {
    this.#store = store;
    this.#stylist = stylist;
    this.#restore = restore;
    store.subscribe((state, before) => this.#follow(state, before));
  }

  /** @param {string} name of a section */
  async open(name) {
    if (this.#modal.isOpen) this.close();
    this.#name = name;
    this.#list = [];
    this.#chosen = 0;
    this.#problem = '';
    this.#run = new AbortController();
    this.#draw();
    this.#modal.open(() => cardOf(name));
    this.#stills = [...this.#modal.element.querySelectorAll('.still')].map((host, at) => new Still(host, at ? 'Chosen version' : 'Version shown now', this.#stylist, this.#run.signal));
    await this.#load();
    this.#modal.element.querySelector('input:checked')?.focus();
  }

  close() {
    this.#run?.abort();
    this.#modal.close();
  }

  /** A version may come while the list is open. */
  #follow(state, before) {
    if (!this.#modal.isOpen) return;
    if (state.pageId !== before.pageId) return this.close();
    const section = state.sections.find((one) => one.name === this.#name);
    if (section && `${section.revisions}/${section.revision}` !== this.#revisions) this.#load();
  }

  async #load() {
    const section = this.#store.state.sections.find((one) => one.name === this.#name);
    this.#revisions = `${section?.revisions}/${section?.revision}`;
    try {
      this.#list = await api.versions(this.#store.state.pageId, this.#name);
    } catch (problem) {
      if (!(problem instanceof api.ApiError)) throw problem;
      this.#problem = problem.message;
    }
    if (!this.#chosen) this.#chosen = (this.#list.find((one) => !one.current) ?? this.#list[0])?.revision ?? 0;
    this.#draw();
    this.#compare();
  }

  #choose(revision) {
    this.#chosen = revision;
    this.#draw();
    this.#compare();
  }

  #compare() {
    const { current, chosen } = this.#pair();
    const [left, right] = this.#stills;
    const other = (one) => (current === chosen ? '' : (one?.html ?? ''));
    left?.show(current?.html ?? '', this.#store.state, other(chosen));
    right?.show(chosen?.html ?? '', this.#store.state, other(current));
  }

  #pair() {
    return { current: this.#list.find((one) => one.current), chosen: this.#list.find((one) => one.revision === this.#chosen) };
  }

  async #bringBack() {
    if (await this.#restore(this.#name, this.#chosen)) this.close();
  }

  #draw() {
    const { current, chosen } = this.#pair();
    const same = !chosen || chosen === current;
    render(
      html`<header class="modal-head"><h2 id="versions-title">Versions of ${this.#name}</h2>
          <button type="button" class="button icon" aria-label="Close" @click=${() => this.close()}>✕</button></header>
        <div class="modal-body versions">
          <fieldset class="version-list"><legend class="visually-hidden">Version to compare</legend>
            ${this.#list.map((one) => this.#line(one))}
            ${this.#list.length ? nothing : html`<p class="hint">${this.#problem || 'Looking for versions...'}</p>`}
          </fieldset>
          <div class="compare">
            <figure><figcaption>Shown now <span>${current ? `version ${current.revision}` : ''}</span></figcaption>
              <div class="still-pane" tabindex="0" role="region" aria-label="Shown now"><div class="still"></div></div></figure>
            <figure><figcaption>Chosen <span>${chosen ? `version ${chosen.revision}` : ''}</span></figcaption>
              <div class="still-pane" tabindex="0" role="region" aria-label="Chosen"><div class="still"></div></div></figure>
          </div>
        </div>
        <footer class="modal-foot"><p>${this.#list.length === 1 ? 'This is its only version so far.' : 'Texts that differ are outlined. Restoring can be undone.'}</p>
          <button type="button" class="button filled" ?disabled=${same} @click=${() => this.#bringBack()}>${same ? 'Shown now' : `Restore version ${chosen.revision}`}</button></footer>`,
      this.#modal.element,
    );
  }

  #line(one) {
    const tag = one.current ? 'shown now' : one.kept ? 'kept beside' : '';
    const effort = effortOf(one);
    return html`<label class="version" title=${one.kept && !one.current ? 'It came after somebody had edited the section, so it was kept and not shown.' : ''}>
      <input type="radio" name="version" .checked=${one.revision === this.#chosen} @change=${() => this.#choose(one.revision)}>
      <span class="version-number">${one.revision}</span>
      <span class="version-who">${authorOf(one)}${tag ? html` <em>${tag}</em>` : nothing}</span>
      <span class="version-when">${[timeOf(one.at), effort].filter(Boolean).join(' · ')}</span>
      ${one.removed?.length ? html`<span class="version-note">${takenOutLine(one.removed)}</span>` : nothing}
    </label>`;
  }
}
