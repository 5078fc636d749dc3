import { html, nothing, render } from 'lit-html';
import { filesOf } from '../code/files.js';
import { highlight } from '../code/highlight.js';

const panel = document.getElementById('panel-code');

/** The page as code: one file a section, and the page that joins them. */
export class CodeView {
  #chosen = 'page';
  #state;
  #shown = false;
  #copy;

  /** @param {(text: string, what: string) => void} copy */
  constructor(copy) {
    this.#copy = copy;
  }

  /** @param {boolean} shown nothing is drawn while it is not */
  visible(shown) {
    this.#shown = shown;
    if (shown && this.#state) this.#draw();
  }

  /** @type {(state: import('../state.js').State, before: import('../state.js').State) => void} */
  render(state, before) {
    this.#state = state;
    if (state.pageId !== before.pageId) this.#chosen = 'page';
    const known = (section, at) => section.code === before.sections[at]?.code;
    const same = state.pageId === before.pageId && state.sections.length === before.sections.length && state.sections.every(known);
    if (this.#shown && !same) this.#draw();
  }

  #choose(id) {
    this.#chosen = id;
    this.#draw();
  }

  #draw() {
    const files = filesOf(this.#state);
    const file = files.find((one) => one.id === this.#chosen) ?? files[0];
    render(file ? this.#files(files, file) : html`<p class="code-empty">The code of each section appears here when it is done.</p>`, panel);
    const pre = panel.querySelector('pre');
    if (pre) highlight(pre);
  }

  #files(files, file) {
    const button = ({ id, name }) => html`<li><button type="button" class="file" aria-pressed=${String(id === file.id)}
      @click=${() => this.#choose(id)}>${name}</button></li>`;
    return html`<ul class="files" aria-label="Files">${files.map(button)}</ul>
      <div class="source">
        <div class="source-head"><h2>${file.name}</h2>
          ${file.note ? html`<p>${file.note}</p>` : nothing}
          <button type="button" class="button" id="copy" @click=${() => this.#copy(file.text, file.name)}>Copy</button></div>
        <pre tabindex="0" role="region" aria-label=${file.name}><code .textContent=${file.text}></code></pre>
      </div>`;
  }
}
