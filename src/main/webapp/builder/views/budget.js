import { html, nothing, render } from 'lit-html';
import { dollars, dollarsIn } from '../amounts.js';
import { total } from '../spend.js';
import { isBusy } from '../state.js';

const OVER_BUDGET = /^The budget of \$/;

/** What the page may cost, beside what it has cost; changed while the page is made, too. */
export class BudgetView {
  #button = document.getElementById('budget-open');
  #form = document.getElementById('budget-form');
  #commands;
  #state;
  #connected = false;
  #most = NaN;
  #problem = '';
  #open = false;

  /** @param {import('../commands.js').Commands} commands @param {AbortSignal} signal */
  constructor(commands, signal) {
    this.#commands = commands;
    this.#button.addEventListener('click', () => this.#toggle(!this.#open), { signal });
    this.#form.addEventListener('submit', (event) => this.#submit(event), { signal });
    this.#form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#toggle(false);
    }, { signal });
  }

  /** @param {import('../api.js').Models} models */
  offer({ connected, budgetUsd }) {
    this.#connected = connected;
    this.#most = budgetUsd ?? NaN;
    this.#draw();
  }

  /** @type {(state: import('../state.js').State, before: import('../state.js').State) => void} */
  render(state, before) {
    this.#state = state;
    if (state.pageId !== before.pageId || state.gone) this.#open = false;
    this.#draw();
  }

  get #limit() {
    const own = this.#state.budgetUsd;
    return own === null ? this.#most : Number.isNaN(this.#most) ? own : Math.min(own, this.#most);
  }

  /** Sections that were not made because the money did not cover them. */
  get #stuck() {
    return this.#state.sections.filter(({ state, error }) => state === 'failed' && OVER_BUDGET.test(error)).map(({ name }) => name);
  }

  #toggle(open) {
    this.#open = open;
    this.#problem = '';
    this.#draw();
    if (!open) return this.#button.focus();
    const field = this.#form.querySelector('input');
    field.value = this.#limit.toFixed(2);
    field.select();
  }

  async #submit(event) {
    event.preventDefault();
    const field = this.#form.querySelector('input');
    const budgetUsd = dollarsIn(field.value);
    const stuck = this.#stuck;
    this.#problem = this.#wrong(budgetUsd);
    this.#draw();
    if (this.#problem) return field.focus();
    const problem = await this.#commands.send({ type: 'budget', budgetUsd }, `The page may cost up to ${money(budgetUsd)}`);
    if (problem) {
      this.#problem = problem.message;
      return this.#draw();
    }
    this.#toggle(false);
    for (const section of stuck) await this.#commands.send({ type: 'retry', section });
  }

  #wrong(usd) {
    if (!(usd >= 0)) return 'Write an amount in dollars, such as 0.50.';
    return usd > this.#most ? `This server allows up to ${money(this.#most)} for a page.` : '';
  }

  #draw() {
    const { pageId, gone } = this.#state;
    const there = this.#connected && pageId && !gone && !Number.isNaN(this.#limit);
    this.#button.hidden = !there;
    this.#form.hidden = !there || !this.#open;
    this.#button.setAttribute('aria-expanded', String(!this.#form.hidden));
    if (!there) return;
    this.#button.textContent = `Limit ${money(this.#limit)}`;
    if (this.#open) this.#fields();
  }

  #fields() {
    const stuck = this.#stuck;
    const spent = dollars(total(this.#state).usd ?? 0);
    const again = stuck.length === 1 ? stuck[0] : `${stuck.length} sections`;
    render(html`
      <label for="page-budget">May cost up to $</label>
      <input id="page-budget" type="text" inputmode="decimal" autocomplete="off" aria-describedby="page-budget-note page-budget-problem" aria-invalid=${this.#problem ? 'true' : nothing}>
      <button type="submit" class="button">${stuck.length ? `Save, retry ${again}` : 'Save'}</button>
      <p class="problem" id="page-budget-problem" ?hidden=${!this.#problem}>${this.#problem}</p>
      <p class="panel-note" id="page-budget-note">${spent} ${isBusy(this.#state) ? 'so far' : 'spent'}. It stops before the limit is passed; this server allows up to ${money(this.#most)}.</p>
      ${stuck.length ? html`<p class="panel-note">Stopped at the limit: ${stuck.join(', ')}.</p>` : nothing}`, this.#form);
  }
}

const money = (usd) => `$${usd.toFixed(Number.isInteger(usd * 100) || usd >= 1 ? 2 : 4)}`;
