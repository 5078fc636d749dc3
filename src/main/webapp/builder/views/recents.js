import { html, nothing, render } from 'lit-html';

const UNITS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/**
 * The newest pages, as a way back to them.
 * @param {object[]} pages snapshots without sections
 * @param {(id: string) => void} onOpen
 */
export function showRecents(pages, onOpen) {
  const follow = (event, id) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(id);
  };
  const entry = (page) => html`<li><a href="?page=${page.id}" @click=${(event) => follow(event, page.id)}>
    <span class="recent-title">${page.title || page.prompt}</span>
    <span class="recent-time">${ago(page.createdAt)}</span>
    <span class="recent-prompt">${page.prompt}</span></a></li>`;
  const list = pages.length ? html`<h2>Recent pages</h2><ul>${pages.map(entry)}</ul>` : nothing;
  render(list, document.getElementById('recents'));
}

function ago(createdAt) {
  const past = Date.now() - new Date(createdAt).getTime();
  const unit = UNITS.find(([, ms]) => past >= ms);
  return unit ? relative.format(-Math.floor(past / unit[1]), unit[0]) : 'just now';
}
