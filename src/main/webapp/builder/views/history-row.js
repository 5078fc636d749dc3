import { html, nothing, render } from 'lit-html';
import { dollars } from '../amounts.js';
import { ago } from '../when.js';
import { renameField } from './rename-field.js';

const STATES = { generating: 'Being made', completed: 'Done', paused: 'Paused', cancelled: 'Cancelled' };

/**
 * @typedef {{id: string, title: string, prompt: string, state: string, createdAt: string}} Summary
 *
 * @typedef {{open: (page: Summary) => void, rename: (page: Summary, title: string) => Promise<boolean>,
 *   copy: (page: Summary) => Promise<void>, remove: (page: Summary) => Promise<void>}} Actions
 */

/** One page in the history: its face, what is known of it, and what can be done with it. */
export class HistoryRow {
  element = document.createElement('li');
  #page;
  #actions;
  #cost = 0;
  /** @type {''|'renaming'|'deleting'|'busy'} */
  #mode = '';

  /** @param {Summary} page @param {Actions} actions */
  constructor(page, actions) {
    this.#page = page;
    this.#actions = actions;
    this.element.className = 'history-page';
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.#mode !== 'deleting') return;
      event.preventDefault();
      this.#keep();
    });
    this.#draw();
  }

  /** Where the thumbnail goes. */
  get face() {
    return this.element.querySelector('.face');
  }

  /** @param {number} usd */
  set cost(usd) {
    this.#cost = usd;
    this.#draw();
  }

  focus() {
    this.element.querySelector('a')?.focus();
  }

  #set(mode, selector) {
    this.#mode = mode;
    this.#draw();
    const target = selector && this.element.querySelector(selector);
    target?.focus();
    target?.select?.();
  }

  async #renamed(title) {
    const inside = this.element.contains(document.activeElement);
    const before = this.#page.title;
    if (title !== before) this.#page = { ...this.#page, title };
    this.#set('', inside && '[data-action="rename"]');
    if (title === before || (await this.#actions.rename(this.#page, title))) return;
    this.#page = { ...this.#page, title: before };
    this.#draw();
  }

  #keep() {
    this.#set('', '[data-action="delete"]');
  }

  async #act(action, selector) {
    this.#set('busy');
    await action(this.#page);
    if (this.element.isConnected) this.#set('', selector);
  }

  #follow(event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.#actions.open(this.#page);
  }

  #draw() {
    const { id, title, prompt, state, createdAt } = this.#page;
    const name = title || prompt;
    render(html`
      <div class="face" inert></div>
      <div class="history-about">
        ${this.#mode === 'renaming'
          ? renameField(title, (text) => this.#renamed(text))
          : html`<a class="history-title" href="?page=${id}" @click=${(event) => this.#follow(event)}>${name}</a>`}
        <p class="history-prompt">${prompt}</p>
        <p class="history-facts"><span data-state=${state}>${STATES[state] ?? state}</span> <time datetime=${createdAt}>${ago(createdAt)}</time> ${this.#cost > 0 ? html`<span>${dollars(this.#cost)}</span>` : nothing}</p>
      </div>
      ${this.#mode === 'deleting' ? this.#question(name) : this.#tools(name)}`, this.element);
  }

  #tools(name) {
    const busy = this.#mode === 'busy';
    const tool = (action, word, act) => html`<button type="button" class="button quiet" data-action=${action} aria-label="${word} ${name}" ?disabled=${busy} @click=${act}>${word}</button>`;
    return html`<div class="history-tools">
      ${tool('rename', 'Rename', () => this.#set('renaming', 'input'))}
      ${tool('copy', 'Duplicate', () => this.#act(this.#actions.copy, '[data-action="copy"]'))}
      ${tool('delete', 'Delete', () => this.#set('deleting', '[data-action="keep"]'))}
    </div>`;
  }

  #question(name) {
    return html`<div class="history-tools sure" role="group" aria-label="Delete ${name}?">
      <p>Delete for good?</p>
      <button type="button" class="button quiet" data-action="keep" @click=${() => this.#keep()}>Keep</button>
      <button type="button" class="button danger" @click=${() => this.#act(this.#actions.remove, '[data-action="delete"]')}>Delete</button>
    </div>`;
  }
}
