import { html } from 'lit-html';

/** Text in which `backticks` mark code. @param {string} [text] */
export function words(text = '') {
  return text.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));
}
