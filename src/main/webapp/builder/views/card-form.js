import { html, nothing, render } from 'lit-html';
import { inWords } from '../section-actions.js';
import { ModelField } from './model-field.js';

const SUGGESTIONS = ['Make it shorter', 'Make it more concrete', 'A friendlier tone', 'Use plainer words'];
const NO_MODEL = 'Rewriting needs a model, and none is connected. Set OPENROUTER_API_KEY and start Pageloom again, or change the words yourself.';
let count = 0;

/**
 * A small form within a card: rewrite a section in a person's words, or have it made by another
 * model. What was typed stays until it was sent.
 */
export class CardForm {
  element = document.createElement('form');
  #id = `card-form-${++count}`;
  #kind;
  #name;
  #actions;
  #revision;
  #revisionNow;
  #connected;
  #model;
  #onClose;
  #text = '';
  #problem = '';
  #busy = false;

  /**
   * @param {'rewrite'|'retry'} kind
   * @param {import('../state.js').Section} section
   * @param {{models: import('../api.js').Models, model: string, actions: import('../section-actions.js').SectionActions,
   *   revisionOf: (name: string) => number, onClose: (done: boolean) => void, signal: AbortSignal}} around
   */
  constructor(kind, { name, revision, model }, around) {
    this.#kind = kind;
    this.#name = name;
    this.#revision = revision;
    this.#revisionNow = () => around.revisionOf(name);
    this.#actions = around.actions;
    this.#onClose = around.onClose;
    this.#connected = around.models.connected;
    this.#model = new ModelField(`${this.#id}-model`, around.models.models ?? [], model || around.model, around.signal);
    const { element } = this;
    element.className = 'card-form';
    element.noValidate = true;
    element.ariaLabel = `${kind === 'rewrite' ? 'Rewrite' : 'Retry'} ${name}`;
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    element.addEventListener('keydown', (event) => this.#press(event));
    this.#draw();
  }

  focus() {
    this.element.querySelector('textarea, select, input, button')?.focus();
  }

  #press(event) {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      this.#onClose(false);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#send();
    }
  }

  async #send() {
    if (this.#busy) return;
    if (this.#kind === 'rewrite' && !this.#text.trim()) return this.#complain('Write what to change, in a few words.');
    this.#busy = true;
    this.#complain('');
    const problem = this.#kind === 'rewrite'
      ? await this.#actions.rewrite(this.#name, this.#text.trim(), this.#model.value, this.#revision)
      : await this.#actions.retry(this.#name, this.#model.value);
    this.#busy = false;
    if (!problem) return this.#onClose(true);
    const meanwhile = problem.status === 409 && this.#revisionNow() !== this.#revision;
    if (meanwhile) this.#revision = this.#revisionNow();
    this.#complain(meanwhile ? `${this.#name} was changed meanwhile. Look at it as it is now; your words are still here. Send them again to rewrite that.` : inWords(problem));
  }

  #complain(problem) {
    this.#problem = problem;
    this.#draw();
    if (problem) this.focus();
  }

  #suggest(text) {
    this.#text = text;
    this.#draw();
    this.focus();
  }

  #draw() {
    render(this.#kind === 'rewrite' && !this.#connected ? this.#without() : this.#fields(), this.element);
  }

  #without() {
    const edit = () => {
      this.#onClose(true);
      this.#actions.open('edit-section', this.#name);
    };
    return html`<p>${NO_MODEL}</p><div class="form-tools"><button type="button" class="button" @click=${edit}>Edit text</button>${this.#leave()}</div>`;
  }

  #fields() {
    const rewrites = this.#kind === 'rewrite';
    return html`${rewrites ? this.#wish() : nothing}
      ${this.#connected ? this.#model.element : nothing}
      <p class="problem" id="${this.#id}-problem" role="alert" ?hidden=${!this.#problem}>${this.#problem}</p>
      <div class="form-tools"><button type="submit" class="button strong" aria-disabled=${String(this.#busy)}>${rewrites ? 'Rewrite' : 'Retry'}</button>${this.#leave()}</div>`;
  }

  #wish() {
    return html`<label for="${this.#id}-text">What should change?</label>
      <textarea id="${this.#id}-text" rows="2" maxlength="4000" aria-describedby="${this.#id}-problem" .value=${this.#text}
        @input=${({ target }) => (this.#text = target.value)}></textarea>
      <ul class="suggestions" aria-label="Suggestions">${SUGGESTIONS.map((text) => html`<li><button type="button" class="chip" @click=${() => this.#suggest(text)}>${text}</button></li>`)}</ul>`;
  }

  #leave() {
    return html`<button type="button" class="button quiet" @click=${() => this.#onClose(false)}>Cancel</button>`;
  }
}
