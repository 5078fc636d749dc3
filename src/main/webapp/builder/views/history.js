import { html, render } from 'lit-html';
import * as api from '../api.js';
import { sightOf, Thumbnails } from '../preview/thumbnails.js';
import { HistoryRow } from './history-row.js';

const TYPING_MS = 250;

/**
 * All pages, in a dialog: searched, opened, renamed, copied, deleted. A dialog hides the rest of
 * the builder from screen readers, so it has a live region of its own.
 */
export class HistoryDialog {
  #dialog = document.createElement('dialog');
  #hooks;
  #thumbnails;
  #rows = [];
  #run = new AbortController();
  #timer = 0;
  #query = '';
  #cursor = '';

  /**
   * @param {{open: (id: string) => void, rename: (id: string, title: string) => Promise<import('../api.js').ApiError|null>,
   *   removing: (id: string) => void, say: (text: string) => void}} hooks
   */
  constructor(hooks) {
    this.#hooks = hooks;
    this.#dialog.className = 'history';
    this.#dialog.setAttribute('aria-labelledby', 'history-title');
    render(html`
      <header class="history-head">
        <h2 id="history-title">All pages</h2>
        <input type="search" id="history-search" aria-label="Search pages" placeholder="Search titles and prompts" autocomplete="off" maxlength="200" autofocus @input=${({ target }) => this.#typed(target.value)}>
        <button type="button" class="button icon" aria-label="Close" @click=${() => this.#dialog.close()}>✕</button>
      </header>
      <div class="history-body">
        <p class="history-status" role="status"></p>
        <ul class="history-list"></ul>
        <div class="history-none" hidden></div>
        <button type="button" class="button history-more" hidden @click=${() => this.#more()}>Load more</button>
      </div>`, this.#dialog);
    document.body.append(this.#dialog);
    this.#thumbnails = new Thumbnails(this.#part('body'));
    this.#dialog.addEventListener('close', () => this.#clear());
    this.#dialog.addEventListener('click', ({ target }) => target === this.#dialog && this.#dialog.close());
  }

  show() {
    if (this.#dialog.open) return;
    this.#dialog.querySelector('input').value = '';
    this.#dialog.showModal();
    this.#search('');
  }

  #part(name) {
    return this.#dialog.querySelector(`.history-${name}`);
  }

  #status(text) {
    this.#part('status').textContent = text;
  }

  #typed(query) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(query.trim()), TYPING_MS);
  }

  /** What is there stays until the answer comes, so nothing flashes while somebody types. */
  async #search(query) {
    this.#query = query;
    this.#run.abort();
    this.#run = new AbortController();
    const found = await this.#ask({ q: query });
    if (!found) return;
    for (const row of this.#rows.splice(0)) this.#take(row);
    this.#part('body').scrollTop = 0;
    this.#add(found);
    this.#tell();
  }

  async #more() {
    const at = this.#rows.length;
    const found = await this.#ask({ q: this.#query, cursor: this.#cursor });
    if (!found) return;
    this.#add(found);
    this.#rows[at]?.focus();
    this.#tell();
  }

  async #ask(wish) {
    const { signal } = this.#run;
    return api.pages(wish, signal).catch((problem) => {
      if (!signal.aborted) this.#status(problem.message);
    });
  }

  #add({ pages, nextCursor }) {
    this.#cursor = nextCursor ?? '';
    this.#part('more').hidden = !this.#cursor;
    for (const page of pages) this.#rows.push(this.#row(page));
    this.#part('list').append(...this.#rows.map(({ element }) => element).filter((element) => !element.isConnected));
  }

  #row(page) {
    const row = new HistoryRow(page, {
      open: ({ id }) => this.#go(id),
      rename: (one, title) => this.#rename(one, title),
      copy: (one) => this.#copy(one),
      remove: (one) => this.#remove(one, row),
    });
    let sight;
    const load = async () => {
      const snapshot = await api.page(page.id, this.#run.signal);
      row.cost = snapshot.costUsd;
      return sightOf(snapshot);
    };
    this.#thumbnails.watch(row.face, () => (sight ??= load()));
    return row;
  }

  #take(row) {
    this.#thumbnails.leave(row.face);
    row.element.remove();
  }

  #go(id) {
    this.#dialog.close();
    this.#hooks.open(id);
  }

  async #rename({ id }, title) {
    const problem = await this.#hooks.rename(id, title);
    this.#status(problem ? problem.message : `Renamed to ${title}`);
    return !problem;
  }

  async #copy({ id, title }) {
    try {
      const copy = await api.copyPage(id);
      this.#go(copy.id);
      this.#hooks.say(`A copy of ${title} is open`);
    } catch (problem) {
      this.#status(problem.message);
    }
  }

  async #remove({ id, title }, row) {
    this.#hooks.removing(id);
    const problem = await api.deletePage(id).then(() => null, (reason) => reason);
    // Somebody else may have been faster.
    if (problem && problem.status !== 404) return this.#status(problem.message);
    const at = this.#rows.indexOf(row);
    this.#rows.splice(at, 1);
    this.#take(row);
    const next = this.#rows[at] ?? this.#rows[at - 1];
    if (next) next.focus();
    else this.#dialog.querySelector('input').focus();
    this.#tell(`${title} deleted`);
  }

  #tell(remark = '') {
    const { length } = this.#rows;
    const count = `${length}${this.#cursor ? '+' : ''} ${length === 1 ? 'page' : 'pages'}`;
    this.#status(remark || (length ? `${count}${this.#query ? ' found' : ''}` : ''));
    this.#part('none').hidden = length > 0;
    if (length) return;
    const all = () => {
      this.#dialog.querySelector('input').value = '';
      this.#dialog.querySelector('input').focus();
      this.#search('');
    };
    render(this.#query
      ? html`<p role="status">No title and no prompt has “${this.#query}” in it.</p><button type="button" class="button" @click=${all}>Show all pages</button>`
      : html`<p>No pages yet.</p><p class="panel-note">Every page you make is kept here.</p>`, this.#part('none'));
  }

  #clear() {
    clearTimeout(this.#timer);
    this.#run.abort();
    for (const row of this.#rows.splice(0)) this.#take(row);
    this.#status('');
  }
}
