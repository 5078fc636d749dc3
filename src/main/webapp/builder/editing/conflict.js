import { html, render } from 'lit-html';
import { cardOf, Modal } from './modal.js';
import { Still } from './still.js';
import { authorOf, timeOf } from './version-words.js';

/**
 * @typedef {'mine'|'theirs'|'edit'} Choice
 */

/** Two people, or a person and a model, changed the same section: the person sees both and decides. */
export class Conflict {
  #modal = new Modal('conflict', () => this.#choose('edit'));
  #stylist;
  #store;
  #resolve = () => {};
  #run;

  /** @param {import('../store.js').Store} store @param {import('../preview/stylist.js').Stylist} stylist */
  constructor(store, stylist) {
    this.#store = store;
    this.#stylist = stylist;
  }

  /**
   * @param {string} name
   * @param {Record<string, any>} theirs the version that is shown now
   * @param {string} mine
   * @returns {Promise<Choice>}
   */
  ask(name, theirs, mine) {
    this.#run = new AbortController();
    render(this.#view(name, theirs), this.#modal.element);
    this.#modal.open(() => cardOf(name));
    this.#modal.element.querySelector('[data-choice="edit"]').focus();
    const [one, other] = this.#modal.element.querySelectorAll('.still');
    const { state } = this.#store;
    new Still(one, 'Theirs', this.#stylist, this.#run.signal).show(theirs.html, state, mine);
    new Still(other, 'Yours', this.#stylist, this.#run.signal).show(mine, state, theirs.html);
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  #choose(choice) {
    this.#run?.abort();
    this.#modal.close();
    this.#resolve(choice);
  }

  #view(name, theirs) {
    const button = (choice, text, look) =>
      html`<button type="button" class="button ${look}" data-choice=${choice} @click=${() => this.#choose(choice)}>${text}</button>`;
    return html`<header class="modal-head"><h2 id="conflict-title">${name} was changed meanwhile</h2></header>
      <div class="modal-body">
        <p class="modal-lead">Nothing is saved yet. Texts that differ are outlined. If you use yours, theirs stays in Versions.</p>
        <div class="compare">
          <figure><figcaption>Theirs <span>version ${theirs.revision} · ${authorOf(theirs)} · ${timeOf(theirs.at)}</span></figcaption>
            <div class="still-pane" tabindex="0" role="region" aria-label="Theirs"><div class="still"></div></div></figure>
          <figure><figcaption>Yours <span>not saved</span></figcaption>
            <div class="still-pane" tabindex="0" role="region" aria-label="Yours"><div class="still"></div></div></figure>
        </div>
      </div>
      <footer class="modal-foot">${button('edit', 'Keep editing', '')}${button('theirs', 'Keep theirs', '')}${button('mine', 'Use mine', 'filled')}</footer>`;
  }
}
