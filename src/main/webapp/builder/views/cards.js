import { html, nothing, render } from 'lit-html';

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

  /** @param {(name: string) => void} onShow a finished section is wanted in the preview */
  constructor(onShow) {
    this.#onShow = onShow;
  }

  /** @param {import('../state.js').State} state */
  render({ sections }) {
    this.#sections = sections;
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
    const { name, state, error } = section;
    const look = LOOKS[state];
    return html`<li class="card ${look.card}" data-section=${name} data-state=${state}>
      <span class="glyph ${look.mark}" aria-hidden="true">${look.glyph}</span>
      ${state === 'completed'
        ? html`<button type="button" class="card-name" title="Show in the preview" @click=${() => this.#onShow(name)}>${name}</button>`
        : html`<span class="card-name">${name}</span>`}
      <span class="card-time">${figures(section)}</span>
      <span class="card-state">${look.text}</span>
      ${error ? html`<p class="card-reason">${error}</p>` : nothing}
    </li>`;
  }
}

/** Seconds so far or in all, and tokens once there are any. */
function figures({ state, startedAt, durationMs, tokens }) {
  const running = state === 'generating' && startedAt;
  const ms = running ? Math.max(0, Date.now() - startedAt) : durationMs;
  const parts = [];
  if (running || ms >= 50) parts.push(`${(ms / 1000).toFixed(1)}s`);
  if (tokens) parts.push(`${tokens.toLocaleString('en')} tokens`);
  return parts.join(' · ');
}
