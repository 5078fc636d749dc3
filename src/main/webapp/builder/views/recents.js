import { html, nothing, render } from 'lit-html';
import { ago } from '../when.js';

/**
 * The newest pages, as a way back to them.
 * @param {object[]} pages snapshots without sections
 * @param {(id: string) => void} onOpen
 * @param {() => void} onAll all pages are wanted
 */
export function showRecents(pages, onOpen, onAll) {
  const follow = (event, id) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(id);
  };
  const entry = (page) => html`<li><a href="?page=${page.id}" @click=${(event) => follow(event, page.id)}>
    <span class="recent-title">${page.title || page.prompt}</span>
    <span class="recent-time">${ago(page.createdAt)}</span>
    <span class="recent-prompt">${page.prompt}</span></a></li>`;
  const list = pages.length ? html`<div class="recents-head"><h2>Recent pages</h2><button type="button" class="button quiet" @click=${onAll}>All pages</button></div><ul>${pages.map(entry)}</ul>` : nothing;
  render(list, document.getElementById('recents'));
}
