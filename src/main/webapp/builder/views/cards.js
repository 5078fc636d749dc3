import { html, nothing, render } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { AddForm } from './add-form.js';
import { CardForm } from './card-form.js';
import { itemsOf, quickOf } from './card-items.js';
import { lookOf, reasonOf } from './card-look.js';
import { CardMenu } from './card-menu.js';
import { secondsOf, spendOf, waitOf } from './figures.js';
import { glide } from './glide.js';
import { icon } from './icons.js';
import { Reorder } from './reorder.js';

/** One card a section, in the page's order, and all that a person can do to it. */
export class CardsView {
  #list = document.getElementById('cards');
  #onShow;
  #actions;
  #signal;
  #menu;
  #reorder;
  #ticker = 0;
  #keys = '';
  /** @type {import('../state.js').State} */
  #state;
  #models = { connected: false, models: [] };
  #kinds = [];
  /** What was begun and not sent, by section. @type {Map<string, CardForm>} */
  #forms = new Map();
  /** @type {{order: number, form: AddForm, back: Element}|null} */
  #adding = null;

  /**
   * @param {(name: string) => void} onShow a finished section is wanted in the preview
   * @param {import('../section-actions.js').SectionActions} actions
   * @param {(text: string) => void} tell is heard, not seen
   * @param {AbortSignal} signal
   */
  constructor(onShow, actions, tell, signal) {
    this.#onShow = onShow;
    this.#actions = actions;
    this.#signal = signal;
    this.#menu = new CardMenu(signal);
    this.#reorder = new Reorder(this.#list, { paint: () => this.#paint(), drop: (name, order) => actions.move(name, order), tell }, signal);
  }

  /** @param {import('../api.js').Models} models */
  offer(models) {
    this.#models = models;
    this.#paint();
  }

  /** @param {import('../api.js').PageType[]} types whose sections can be added */
  pageTypes(types) {
    this.#kinds = [...new Set(types.flatMap(({ sections }) => sections ?? []))].sort();
  }

  /** @param {import('../state.js').State} state */
  render(state) {
    const known = this.#state;
    this.#state = state;
    const { sections, model, phase, pageId } = state;
    if (known && sections === known.sections && model === known.model && phase === known.phase && pageId === known.pageId) return;
    if (pageId !== known?.pageId) this.#forget();
    this.#list.toggleAttribute('data-metered', Boolean(model) || sections.some((section) => section.model || section.spend.settled.written));
    this.#paint();
    const running = sections.some((section) => section.state === 'generating');
    if (running && !this.#ticker) this.#ticker = setInterval(() => this.#paint(), 100);
    if (!running && this.#ticker) {
      clearInterval(this.#ticker);
      this.#ticker = 0;
    }
  }

  #forget() {
    this.#menu.close();
    this.#forms.clear();
    this.#adding = null;
  }

  #paint() {
    const { sections, removed } = this.#state;
    const cards = this.#reorder.arranged(sections).map((section) => ({ key: section.name, draw: () => this.#card(section) }));
    const order = this.#adding ? Math.min(this.#adding.order, sections.length) : sections.length;
    const last = this.#adding ? html`<li class="adding">${this.#adding.form.element}</li>` : html`<li class="add-last"><button type="button" class="button quiet" @click=${({ currentTarget }) => this.#add(sections.length, currentTarget)}>${icon('add')} Add a section</button></li>`;
    const entries = sections.length + removed.length ? cards.toSpliced(order, 0, { key: ' add', draw: () => last }) : [];
    const draw = () => render(repeat(entries, ({ key }) => key, (entry) => entry.draw()), this.#list);
    const keys = entries.map(({ key }) => key).join();
    if (keys === this.#keys) draw();
    else glide(this.#list, draw, (card) => card.dataset.section === this.#reorder.name);
    this.#keys = keys;
    this.#reorder.follow();
    const owner = sections.find(({ name }) => name === this.#menu.owner);
    if (owner) this.#menu.show(itemsOf(owner, this.#around));
    else if (this.#menu.owner) this.#menu.close();
  }

  /** @returns {import('./card-items.js').Around} */
  get #around() {
    return {
      actions: this.#actions,
      connected: this.#models.connected,
      phase: this.#state.phase,
      count: this.#state.sections.length,
      form: (kind, name) => this.#open(kind, name),
      add: (order, name) => this.#add(order, this.#button(name)),
      remove: (name) => this.#remove(name),
    };
  }

  #button(name) {
    return this.#list.querySelector(`[data-section="${CSS.escape(name)}"] .card-more`);
  }

  #open(kind, name) {
    const close = () => {
      const within = this.#list.contains(document.activeElement);
      this.#forms.delete(name);
      this.#paint();
      if (within) this.#button(name)?.focus();
    };
    const section = this.#state.sections.find((one) => one.name === name);
    const revisionOf = (wanted) => this.#state.sections.find((one) => one.name === wanted)?.revision ?? 0;
    this.#forms.set(name, new CardForm(kind, section, { models: this.#models, model: this.#state.model, actions: this.#actions, revisionOf, onClose: close, signal: this.#signal }));
    this.#paint();
    this.#forms.get(name).focus();
    this.#forms.get(name).element.scrollIntoView({ block: 'nearest' });
  }

  #add(order, back) {
    const close = () => {
      this.#adding = null;
      this.#paint();
      (back?.isConnected ? back : this.#list.querySelector('.add-last button'))?.focus();
    };
    const place = () => Math.min(order, this.#state.sections.length);
    const form = new AddForm({ models: this.#models, model: this.#state.model, kinds: this.#kinds, actions: this.#actions, place, onClose: close, signal: this.#signal });
    this.#adding = { order, form, back };
    this.#paint();
    form.focus();
    form.element.scrollIntoView({ block: 'nearest' });
  }

  /** The focus goes to the next card, whose place it takes. */
  async #remove(name) {
    const { sections } = this.#state;
    const at = sections.findIndex((one) => one.name === name);
    const next = sections[at + 1] ?? sections[at - 1];
    if (next) this.#button(next.name)?.focus();
    const problem = await this.#actions.remove(name);
    if (problem) this.#button(name)?.focus();
  }

  #card(section) {
    const { name, state, findings } = section;
    const look = lookOf(section, this.#state.phase);
    const wait = waitOf(section);
    const spend = wait || spendOf(section, this.#state.model);
    const reason = reasonOf(section);
    const form = this.#forms.get(name);
    const open = this.#menu.owner === name;
    return html`<li class="card ${look.card}" data-section=${name} data-state=${state} ?data-paused=${look.text === 'Paused'} ?data-lifted=${this.#reorder.name === name}>
      <button type="button" class="grip" aria-label="Reorder ${name}" aria-describedby="grip-keys" aria-pressed=${String(this.#reorder.name === name)}>${icon('grip')}</button>
      <span class="glyph ${look.mark}" aria-hidden="true">${look.glyph}</span>
      ${state === 'completed'
        ? html`<button type="button" class="card-name" title="Show in the preview" @click=${() => this.#onShow(name)}>${name}</button>`
        : html`<span class="card-name">${name}</span>`}
      <span class="card-time">${secondsOf(section)}</span>
      <span class="card-state">${look.text}</span>
      <span class="card-tools">${this.#quick(section)}<button type="button" class="button icon card-more" aria-label="More for ${name}" aria-haspopup="menu" aria-expanded=${String(open)}
        @click=${({ currentTarget }) => this.#choose(currentTarget, section)} @keydown=${opens}>${icon('more')}</button></span>
      ${spend ? html`<span class="card-spend" data-tone=${wait ? 'warn' : 'calm'}>${spend}</span>` : nothing}
      ${reason ? html`<p class="card-reason" data-tone=${state === 'completed' ? 'warn' : 'bad'}>${reason}</p>` : nothing}
      ${findings.length ? html`<details class="card-findings"><summary>What was wrong</summary><ul>${findings.map((finding) => html`<li>${finding}</li>`)}</ul></details>` : nothing}
      ${form ? form.element : nothing}
      <button type="button" class="between" tabindex="-1" aria-hidden="true" title="Add a section here" @click=${() => this.#around.add(section.order + 1, name)}><span>${icon('add')}</span></button>
    </li>`;
  }

  #choose(button, section) {
    this.#menu.toggle(button, section.name, itemsOf(section, this.#around), () => this.#paint());
    this.#paint();
  }

  #quick(section) {
    const item = quickOf(section, this.#around);
    if (!item) return nothing;
    const { name } = section;
    if (item.id === 'retry') return html`<button type="button" class="button card-quick" data-quick="retry" aria-label="${item.label}: ${name}" @click=${item.run}>${item.label}</button>`;
    const label = item.id === 'rewrite' ? `Rewrite ${name}` : `Edit the text of ${name}`;
    return html`<button type="button" class="button icon card-quick" data-quick=${item.id} aria-label=${label} title=${label} @click=${item.run}>${icon('edit')}</button>`;
  }
}

/** The arrow that points at the menu opens it too. */
function opens(event) {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  event.currentTarget.click();
}
