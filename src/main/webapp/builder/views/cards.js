import { html, nothing, render } from 'lit-html';
import { secondsOf, spendOf, waitOf } from './figures.js';

const LOOKS = {
  pending: { glyph: '○', text: 'Pending', card: 'bg-white border-gray-300 text-gray-500', mark: '' },
  generating: { glyph: '⊙', text: 'Generating...', card: 'bg-blue-50 border-blue-400 animate-pulse', mark: 'animate-spin' },
  completed: { glyph: '✓', text: 'Done ✓', card: 'bg-green-50 border-green-300 shadow', mark: 'animate-bounce-once' },
  failed: { glyph: '✗', text: 'Failed', card: 'bg-red-50 border-red-300', mark: '' },
};

/** One card a section, in the page's order. */
export class CardsView {
  #list = document.getElementById('cards');
  #onShow;
  #ticker = 0;
  #sections = [];
  #model = '';

  /** @param {(name: string) => void} onShow a finished section is wanted in the preview */
  constructor(onShow) {
    this.#onShow = onShow;
  }

  /** @param {import('../state.js').State} state */
  render({ sections, model }) {
    if (sections === this.#sections && model === this.#model) return;
    this.#sections = sections;
    this.#model = model;
    this.#list.toggleAttribute('data-metered', Boolean(model) || sections.some((section) => section.model || section.spend.settled.written));
    this.#paint();
    const running = sections.some((section) => section.state === 'generating');
    if (running && !this.#ticker) this.#ticker = setInterval(() => this.#paint(), 100);
    if (!running && this.#ticker) {
      clearInterval(this.#ticker);
      this.#ticker = 0;
    }
  }

  #paint() {
    render(this.#sections.map((section) => this.#card(section)), this.#list);
  }

  #card(section) {
    const { name, state, error, findings } = section;
    const look = LOOKS[state];
    const wait = waitOf(section);
    const spend = wait || spendOf(section, this.#model);
    return html`<li class="card ${look.card}" data-section=${name} data-state=${state}>
      <span class="glyph ${look.mark}" aria-hidden="true">${look.glyph}</span>
      ${state === 'completed'
        ? html`<button type="button" class="card-name" title="Show in the preview" @click=${() => this.#onShow(name)}>${name}</button>`
        : html`<span class="card-name">${name}</span>`}
      <span class="card-time">${secondsOf(section)}</span>
      <span class="card-state">${look.text}</span>
      ${spend ? html`<span class="card-spend" data-tone=${wait ? 'warn' : 'calm'}>${spend}</span>` : nothing}
      ${error ? html`<p class="card-reason">${error}</p>` : nothing}
      ${findings.length ? html`<details class="card-findings"><summary>What was wrong</summary><ul>${findings.map((finding) => html`<li>${finding}</li>`)}</ul></details>` : nothing}
    </li>`;
  }
}
