import { html, nothing, render } from 'lit-html';
import { prices } from '../amounts.js';
import { Combobox } from './combobox.js';

const MOST_IN_A_SELECT = 12;

/** A model for one section, with its price; '' is the one that it would have anyway. */
export class ModelField {
  element = document.createElement('div');
  /** Id of the chosen model, '' for the usual one. */
  value = '';
  #id;
  #models;
  #combobox;

  /**
   * @param {string} id of the field
   * @param {import('../api.js').Model[]} models
   * @param {string} usual what '' stands for
   * @param {AbortSignal} signal
   */
  constructor(id, models, usual, signal) {
    this.#id = id;
    const known = models.find((model) => model.id === usual);
    const first = { id: '', label: `${usual || 'The usual one'} (as before)`, detail: known ? prices(known) : '' };
    this.#models = [first, ...models.filter((model) => model !== known).map((model) => ({ id: model.id, label: model.name || model.id, detail: prices(model) }))];
    this.element.className = 'model-field';
    const long = this.#models.length > MOST_IN_A_SELECT;
    render(html`<label for=${id}>Model</label><div class="combo">${long ? nothing : this.#select()}</div>`, this.element);
    if (!long) return;
    this.#combobox = new Combobox(this.element.querySelector('.combo'), id, (value) => this.#choose(value), signal);
    this.#choose('');
  }

  #choose(value) {
    this.value = value;
    this.#combobox?.show(this.#models, value);
  }

  #select() {
    return html`<select id=${this.#id} @change=${({ target }) => this.#choose(target.value)}>
      ${this.#models.map(({ id, label, detail }) => html`<option value=${id}>${detail ? `${label} · ${detail}` : label}</option>`)}
    </select>`;
  }
}
