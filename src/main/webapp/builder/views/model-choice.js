import { html, render } from 'lit-html';
import { contextSize, prices } from '../amounts.js';
import { remember, remembered } from '../appearance.js';
import { Combobox } from './combobox.js';

const KEY = 'pageloom.model';
const CONNECTED = 'pageloom.connected';
const MOST_IN_A_SELECT = 12;

/** Which model writes the page, what it costs, and who offers it. */
export class ModelChoice {
  #field = document.getElementById('model-field');
  #hint = document.getElementById('model-hint');
  #provider = '';
  #models = [];
  #chosen = '';
  #combobox;
  #signal;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.#signal = signal;
  }

  /** @returns {string} id of the chosen model, '' when none is connected */
  get value() {
    return this.#chosen;
  }

  /** @param {import('../api.js').Models} offer */
  offer({ connected, provider, models, default: usual }) {
    document.body.toggleAttribute('data-connected', connected);
    remember(CONNECTED, connected ? 'yes' : '');
    if (!connected) return;
    const known = (id) => models.some((model) => model.id === id);
    this.#provider = provider ?? '';
    this.#models = !usual || known(usual) ? models : [unlisted(usual), ...models];
    const last = remembered(KEY);
    this.#chosen = known(last) ? last : (usual ?? models[0]?.id ?? '');
    document.body.toggleAttribute('data-one-model', this.#models.length < 2);
    this.#field.replaceChildren();
    this.#draw();
  }

  /** Shows the model of a page that is opened; the remembered choice stays. @param {string} id */
  show(id) {
    if (!this.#models.some((model) => model.id === id)) return;
    this.#chosen = id;
    this.#draw();
  }

  #choose(id) {
    this.#chosen = id;
    remember(KEY, id);
    this.#draw();
  }

  #draw() {
    const options = this.#models.map((model) => ({ id: model.id, label: model.name || model.id, detail: about(model) }));
    if (options.length > MOST_IN_A_SELECT) this.#search(options);
    else render(select(options, this.#chosen, (id) => this.#choose(id)), this.#field);
    this.#hint.textContent = this.#line(this.#models.find(({ id }) => id === this.#chosen));
  }

  #search(options) {
    this.#combobox ??= new Combobox(this.#field, 'model', (id) => this.#choose(id), this.#signal);
    this.#combobox.show(options, this.#chosen);
  }

  #line(model) {
    const price = model && prices(model);
    const cost = price === 'free' ? 'free of charge' : price ? `${price} per million tokens` : 'price unknown';
    const only = this.#models.length < 2 ? model?.name || this.#chosen : '';
    return [`Connected to ${this.#provider || 'a model'}`, only, cost].filter(Boolean).join(' · ');
  }
}

const unlisted = (id) => ({ id, name: id, contextTokens: null, inputUsdPerMillion: null, outputUsdPerMillion: null });

const about = (model) => [prices(model), model.contextTokens ? contextSize(model.contextTokens) : ''].filter(Boolean).join(' · ');

const select = (options, chosen, onChoose) => html`<select id="model" aria-describedby="model-problem" @change=${(event) => onChoose(event.target.value)}>
  ${options.map(({ id, label, detail }) => html`<option value=${id} ?selected=${id === chosen}>${detail ? `${label} · ${detail}` : label}</option>`)}
</select>`;
