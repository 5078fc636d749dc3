import { html, nothing, render } from 'lit-html';
import { renameField } from './rename-field.js';

/** The open page's title in the top bar, which renames it. */
export class TitleView {
  #host = document.getElementById('page-title');
  #commands;
  #title = '';
  #editing = false;

  /** @param {import('../commands.js').Commands} commands */
  constructor(commands) {
    this.#commands = commands;
  }

  /** @type {(state: import('../state.js').State, before: import('../state.js').State) => void} */
  render(state, before) {
    if (state.pageId !== before.pageId || state.gone) this.#editing = false;
    else if (state.title === this.#title && state.gone === before.gone) return;
    this.#title = state.title;
    if (!this.#editing) this.#draw(state.gone);
  }

  #draw(fixed = false) {
    const title = this.#title;
    const field = () => renameField(title, (text) => this.#done(title, text));
    const button = () => html`<button type="button" class="page-title" title="Rename the page" aria-label="Rename ${title}" ?disabled=${fixed} @click=${() => this.#edit()}>${title}</button>`;
    render(!title ? nothing : this.#editing ? field() : button(), this.#host);
  }

  #edit() {
    this.#editing = true;
    this.#draw();
    this.#host.querySelector('input').select();
  }

  #done(before, title) {
    const inside = this.#host.contains(document.activeElement);
    this.#editing = false;
    this.#draw();
    if (inside) this.#host.querySelector('button')?.focus();
    if (title !== before) this.#commands.send({ type: 'rename', title }, `Renamed to ${title}`);
  }
}
