import { html, nothing, render } from 'lit-html';
import * as api from '../api.js';
import { copy } from '../clipboard.js';
import { Modal } from '../editing/modal.js';

const LIVES = [[1, 'one day'], [7, '7 days'], [30, '30 days'], [90, '90 days']];
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/**
 * Links by which others see the page as it is now. The address of a link is shown once, when it is
 * made: the server keeps only a hash of it.
 */
export class ShareDialog {
  #modal = new Modal('share-links', () => this.#modal.close());
  #say;
  #page = '';
  #shares = [];
  #url = '';
  #days = 7;
  #problem = '';
  /** @type {''|'looking'|'making'|'revoking'} what the server is asked for */
  #busy = '';

  /** @param {(text: string) => void} say */
  constructor(say) {
    this.#say = say;
  }

  /** @param {string} page its id */
  async show(page) {
    this.#page = page;
    this.#shares = [];
    this.#url = this.#problem = '';
    this.#render();
    this.#modal.open(() => document.getElementById('export-button'));
    await this.#try('looking', async () => (this.#shares = await api.shares(page)));
  }

  async #make(event) {
    event.preventDefault();
    await this.#try('making', async () => {
      const { url, ...share } = await api.share(this.#page, this.#days);
      this.#shares = [share, ...this.#shares];
      this.#url = url;
    });
    const field = document.getElementById('share-url');
    field?.focus();
    field?.select();
  }

  async #revoke(id) {
    await this.#try('revoking', async () => {
      await api.unshare(this.#page, id);
      this.#shares = this.#shares.filter((share) => share.id !== id);
      if (!this.#shares.length) this.#url = '';
    });
    this.#modal.element.querySelector('button')?.focus();
  }

  async #try(busy, what) {
    const page = this.#page;
    this.#busy = busy;
    this.#problem = '';
    this.#render();
    try {
      await what();
    } catch (problem) {
      if (!(problem instanceof api.ApiError)) throw problem;
      this.#problem = problem.message;
    } finally {
      this.#busy = '';
      if (page === this.#page) this.#render();
    }
  }

  #render() {
    render(
      html`<header class="panel-head">
          <h2 id="share-links-title">Links for others</h2>
          <button type="button" class="button icon" aria-label="Close" @click=${() => this.#modal.close()}>✕</button>
        </header>
        <p class="panel-note">Whoever has a link sees the page as it is now, without signing in. Later changes do not show there.</p>
        <form class="share-form" @submit=${(event) => this.#make(event)}>
          <label for="share-days">Good for</label>
          <select id="share-days" @change=${({ target }) => (this.#days = Number(target.value))}>
            ${LIVES.map(([days, text]) => html`<option value=${days} ?selected=${days === this.#days}>${text}</option>`)}
          </select>
          <button type="submit" class="button" ?disabled=${this.#busy}>${this.#busy === 'making' ? 'Making the link…' : 'Make a link'}</button>
        </form>
        ${this.#url
          ? html`<div class="share-new">
              <input id="share-url" readonly aria-label="The new link" .value=${this.#url}>
              <button type="button" class="button" @click=${() => copy(this.#url, 'Link', 'link', this.#say)}>Copy</button>
            </div>
            <p class="panel-note">Copy it now: it is not shown again.</p>`
          : nothing}
        <p class="share-problem" role="alert">${this.#problem}</p>
        ${this.#shares.length
          ? html`<ul class="share-list">${this.#shares.map((share) => this.#row(share))}</ul>`
          : html`<p class="panel-note">${this.#busy === 'looking' ? 'Looking for links…' : 'There is no link to this page.'}</p>`}`,
      this.#modal.element,
    );
  }

  #row({ id, createdAt, expiresAt }) {
    return html`<li>
      <span>Made ${day.format(new Date(createdAt))}<small>Good until ${day.format(new Date(expiresAt))}</small></span>
      <button type="button" class="button quiet" @click=${() => this.#revoke(id)}>Take back</button>
    </li>`;
  }
}
