import { html, nothing, render } from 'lit-html';

const MOST = 24;

/**
 * Which sections the page shall have, and who writes each. Without any the plan chooses.
 * @typedef {{name: string, model: string}} Wish
 */
export class SectionWishes {
  #details = document.getElementById('sections-choice');
  #summary = document.getElementById('sections-summary');
  #fields = document.getElementById('sections-fields');
  #type = document.getElementById('page-type');
  /** @type {Wish[]} */
  #wishes = [];
  /** @type {import('../api.js').PageType[]} */
  #types = [];
  /** @type {string[]} ids, empty as long as no model is connected */
  #models = [];

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.#details.addEventListener('toggle', () => this.#draw(), { signal });
    this.#type.addEventListener('change', () => this.#draw(), { signal });
    this.#say();
  }

  /** @param {import('../api.js').PageType[]} types */
  pageTypes(types) {
    this.#types = types;
    this.#draw();
  }

  /** @param {import('../api.js').Models} offer */
  offer({ connected, models }) {
    this.#models = connected ? models.map(({ id }) => id) : [];
    this.#draw();
  }

  /** @returns {({name: string, model?: string})[]} in order; empty leaves the choice to the plan */
  get value() {
    const named = this.#wishes.filter(({ name }) => name.trim());
    return named.map(({ name, model }) => ({ name: name.trim(), ...(model.trim() && this.#models.length && { model: model.trim() }) }));
  }

  /** Makes room for what comes of them. */
  close() {
    this.#details.open = false;
  }

  /** Opens where the fields are. */
  open() {
    this.#details.open = true;
    this.#draw();
  }

  #change(wishes, focus = -1) {
    this.#wishes = wishes;
    this.#draw();
    if (focus >= 0) document.getElementById(`section-${focus + 1}`)?.focus();
  }

  #set(at, part) {
    this.#wishes[at] = { ...this.#wishes[at], ...part };
    this.#say();
  }

  #remove(at) {
    this.#change(this.#wishes.toSpliced(at, 1), Math.min(at, this.#wishes.length - 2));
    if (!this.#wishes.length) this.#fields.querySelector('button')?.focus();
  }

  #draw() {
    this.#say();
    if (!this.#details.open) return;
    const { length } = this.#wishes;
    const type = this.#types.find(({ id }) => id === this.#type.value);
    const fill = () => this.#change(type.sections.map((name) => ({ name, model: '' })), 0);
    render(html`
      <datalist id="section-kinds">${[...new Set(this.#types.flatMap(({ sections }) => sections ?? []))].sort().map((name) => html`<option value=${name}></option>`)}</datalist>
      <datalist id="model-ids">${this.#models.map((id) => html`<option value=${id}></option>`)}</datalist>
      ${length ? html`<ol class="wishes" ?data-models=${this.#models.length > 0}>${this.#wishes.map((wish, at) => this.#row(wish, at))}</ol>` : html`<p>The plan chooses sections that fit your sentence. Name your own to choose them yourself.</p>`}
      <div class="wishes-tools">
        <button type="button" class="button quiet" ?disabled=${length >= MOST} @click=${() => this.#change([...this.#wishes, { name: '', model: '' }], length)}>Add a section</button>
        ${type?.sections && !length ? html`<button type="button" class="button quiet" @click=${fill}>Start with those of ${type.label}</button>` : nothing}
        ${length ? html`<button type="button" class="button quiet" @click=${() => this.#change([])}>Let the plan choose</button>` : nothing}
      </div>`, this.#fields);
  }

  /** Enter leads on to the next section, a new one after the last. */
  #next(event, at) {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    const { length } = this.#wishes;
    if (at + 1 < length) document.getElementById(`section-${at + 2}`)?.focus();
    else if (length < MOST) this.#change([...this.#wishes, { name: '', model: '' }], length);
  }

  #row({ name, model }, at) {
    const number = at + 1;
    return html`<li @keydown=${(event) => this.#next(event, at)}>
      <input id="section-${number}" list="section-kinds" maxlength="60" autocomplete="off" placeholder="Pricing" aria-label="Section ${number}" aria-describedby="sections-problem"
        .value=${name} @input=${({ target }) => this.#set(at, { name: target.value })}>
      ${this.#models.length ? html`<input list="model-ids" maxlength="200" autocomplete="off" placeholder="Page's model" aria-label="Model of section ${number}"
        .value=${model} @input=${({ target }) => this.#set(at, { model: target.value })}>` : nothing}
      <button type="button" class="button icon quiet" aria-label="Leave section ${number} out" @click=${() => this.#remove(at)}>✕</button>
    </li>`;
  }

  #say() {
    const wishes = this.value;
    const own = wishes.filter(({ model }) => model).length;
    const count = `${wishes.length} ${wishes.length === 1 ? 'section' : 'sections'}`;
    this.#summary.textContent = wishes.length ? `${count} chosen by you${own ? `, ${own} with another model` : ''}` : 'Sections: chosen for you';
  }
}
