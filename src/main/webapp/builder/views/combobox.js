import { html, nothing, render } from 'lit-html';

/**
 * A long list to search in: an input whose list follows what is typed (WAI-ARIA APG, editable
 * combobox with list autocomplete). The text goes back to the chosen one when nothing was chosen.
 * @typedef {{id: string, label: string, detail: string}} Option
 */
export class Combobox {
  #box;
  #id;
  #options = [];
  #onChoose;
  #value = '';
  #open = false;
  #typed = '';
  #active = -1;

  /** @param {HTMLElement} box @param {string} id of the input @param {(value: string) => void} onChoose @param {AbortSignal} signal */
  constructor(box, id, onChoose, signal) {
    this.#box = box;
    this.#id = id;
    this.#onChoose = onChoose;
    box.addEventListener('focusout', ({ relatedTarget }) => box.contains(relatedTarget) || this.#close(), { signal });
  }

  /** @param {Option[]} options @param {string} value id of the chosen one */
  show(options, value) {
    this.#options = options;
    this.#value = value;
    this.#draw();
  }

  get #input() {
    return this.#box.querySelector('input');
  }

  get #found() {
    const words = this.#typed.toLowerCase().split(/\s+/).filter(Boolean);
    return this.#options.filter(({ id, label }) => words.every((word) => `${label} ${id}`.toLowerCase().includes(word)));
  }

  #draw() {
    const found = this.#open ? this.#found : [];
    const chosen = this.#options.find(({ id }) => id === this.#value);
    const list = `${this.#id}-list`;
    const active = found[this.#active] ? `${list}-${this.#active}` : nothing;
    render(html`<input id=${this.#id} type="text" role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list"
        aria-describedby="${this.#id}-problem" aria-expanded=${String(found.length > 0)} aria-controls=${list} aria-activedescendant=${active}
        .value=${this.#open ? this.#typed : (chosen?.label ?? '')} placeholder=${chosen?.label ?? ''}
        @mousedown=${() => this.#show()} @input=${(event) => this.#type(event.target.value)} @keydown=${(event) => this.#press(event)}>
      <ul class="combo-list" id=${list} role="listbox" tabindex="-1" aria-label="Models" ?hidden=${!found.length}
        @mousedown=${(event) => event.preventDefault()}>${found.map((option, at) => this.#entry(option, at, list))}</ul>
      ${this.#open && !found.length ? html`<p class="combo-list combo-none" role="status">No model has this in its name.</p>` : nothing}`, this.#box);
    if (active !== nothing) document.getElementById(active).scrollIntoView({ block: 'nearest' });
  }

  #entry({ id, label, detail }, at, list) {
    return html`<li id="${list}-${at}" role="option" aria-selected=${String(id === this.#value)} ?data-active=${at === this.#active}
      @click=${() => this.#choose(id)}><span>${label}</span> <small>${detail}</small></li>`;
  }

  #show() {
    if (this.#open) return;
    this.#open = true;
    this.#typed = '';
    this.#active = this.#options.findIndex(({ id }) => id === this.#value);
    this.#draw();
    this.#box.lastElementChild.scrollIntoView({ block: 'nearest' });
  }

  #type(text) {
    this.#open = true;
    this.#typed = text;
    this.#active = text ? 0 : -1;
    this.#draw();
  }

  #press(event) {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.#step(key === 'ArrowDown' ? 1 : -1);
    else if (!this.#open) return;
    else if (key === 'Enter') this.#choose(this.#found[this.#active]?.id ?? this.#value);
    else if (key === 'Escape') this.#close();
    else return;
    event.preventDefault();
  }

  #step(by) {
    if (!this.#open) return this.#show();
    const { length } = this.#found;
    if (length) this.#active = (Math.max(this.#active, by > 0 ? -1 : 0) + by + length) % length;
    this.#draw();
  }

  #choose(id) {
    const changed = id !== this.#value;
    this.#value = id;
    this.#close();
    if (changed) this.#onChoose(id);
  }

  #close() {
    this.#open = false;
    this.#draw();
    this.#input.setSelectionRange(0, 0);
  }
}
