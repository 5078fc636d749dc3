import { html, render } from 'lit-html';

/** Beneath the preview while a text is edited: whose it is, and how to be done. */
export class EditBar {
  #box = document.createElement('div');
  #save;
  #cancel;

  /** @param {() => void} save @param {() => void} cancel */
  constructor(save, cancel) {
    this.#save = save;
    this.#cancel = cancel;
    this.#box.className = 'edit-bar';
    this.#box.role = 'group';
    this.#box.ariaLabel = 'Text editing';
    this.#box.hidden = true;
    // The text must not lose the caret before the press is known for what it is.
    this.#box.addEventListener('mousedown', (event) => event.preventDefault());
    document.getElementById('panel-preview').append(this.#box);
  }

  /** @param {import('./text-editing.js').Draft|null} draft */
  show(draft) {
    this.#box.hidden = !draft;
    if (!draft) return;
    render(
      html`<p>${draft.overtaken ? html`<strong>${draft.name} was changed meanwhile</strong>` : html`Text of <strong>${draft.name}</strong>`}
          <span class="edit-keys"><kbd>Tab</kbd> next <kbd>↵</kbd> save <kbd>Esc</kbd> cancel</span></p>
        <button type="button" class="button" @click=${this.#cancel}>Cancel</button>
        <button type="button" class="button filled" @click=${this.#save}>Save</button>`,
      this.#box,
    );
  }
}
