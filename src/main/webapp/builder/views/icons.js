import { html, svg } from 'lit-html';

/** Small line drawings, for those who see; what they stand for is said by whoever shows them. */

const PATHS = {
  undo: svg`<path d="M4 7.5h7.5a4.3 4.3 0 0 1 0 8.6H8"/><path d="M7 4 3.5 7.5 7 11"/>`,
  redo: svg`<path d="M16 7.5H8.5a4.3 4.3 0 0 0 0 8.6H12"/><path d="M13 4l3.5 3.5L13 11"/>`,
  pause: svg`<path d="M7.2 4.5v11M12.8 4.5v11"/>`,
  resume: svg`<path d="M6.5 4.2v11.6l9-5.8z"/>`,
  cancel: svg`<path d="M5.5 5.5h9v9h-9z"/>`,
  more: svg`<path d="M5 10h.01M10 10h.01M15 10h.01" stroke-width="2.6"/>`,
  grip: svg`<path d="M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01" stroke-width="2.2"/>`,
  retry: svg`<path d="M15.6 8.2A6 6 0 1 0 16 11"/><path d="M16.2 4.2v4.2H12"/>`,
  edit: svg`<path d="m4 16 .8-3.4 8.3-8.3a1.5 1.5 0 0 1 2.1 0l.5.5a1.5 1.5 0 0 1 0 2.1l-8.3 8.3z"/><path d="m11.6 5.8 2.6 2.6"/>`,
  add: svg`<path d="M10 4.5v11M4.5 10h11"/>`,
};

/** @param {keyof PATHS} name */
export const icon = (name) => html`<svg viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${PATHS[name]}</svg>`;
