import { html, render } from 'lit-html';

const EXAMPLES = [
  'Build a modern SaaS landing page',
  'A sourdough bakery that takes pre-orders',
  'Portfolio of a product photographer',
  'A two-day conference on soil and farming',
  'An open-source time series database',
];

/** Prompts to begin with, as chips. @param {(prompt: string) => void} onPick */
export function showExamples(onPick) {
  const chip = (prompt) => html`<li><button type="button" class="chip" @click=${() => onPick(prompt)}>${prompt}</button></li>`;
  render(EXAMPLES.map(chip), document.getElementById('examples'));
}
