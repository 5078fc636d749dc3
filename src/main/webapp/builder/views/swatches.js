import { html } from 'lit-html';

/** Small drawings of what a choice looks like. Colours and fonts are attributes of the drawing, which the page's policy allows. */

/** A page in miniature. @param {import('../theme-css.js').Values} colours */
export const paletteSwatch = ({ surface, ink, muted, brand, accent }) => html`<svg class="swatch" viewBox="0 0 64 40" aria-hidden="true">
  <rect width="64" height="40" fill=${surface}></rect>
  <rect x="7" y="8" width="30" height="5" rx="1" fill=${ink}></rect>
  <rect x="7" y="16" width="22" height="2.5" rx="1" fill=${muted}></rect>
  <rect x="7" y="25" width="17" height="8" rx="2" fill=${brand}></rect>
  <circle cx="49" cy="20" r="8" fill=${accent}></circle>
</svg>`;

/** @param {import('../theme-css.js').Values} variables of a type pairing */
export const typeSwatch = (variables) => html`<svg class="specimen" viewBox="0 0 70 32" aria-hidden="true">
  <text x="0" y="25" font-size="26" fill="currentColor" font-family=${variables['font-display']} font-weight=${variables['display-weight']}>Ag</text>
  <text x="45" y="25" font-size="12" fill="currentColor" font-family=${variables['font-body']}>abc</text>
</svg>`;
