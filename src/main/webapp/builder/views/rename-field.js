import { html } from 'lit-html';

const LONGEST = 80;

/**
 * A field for a page's title: Enter and leaving it save, Escape does not.
 * @param {string} title
 * @param {(title: string) => void} done with the new title, or with the old one
 */
export function renameField(title, done) {
  let over = false;
  const end = (text) => {
    if (over) return;
    over = true;
    done(text.trim() || title);
  };
  const pressed = (event) => {
    if (event.key === 'Enter' && !event.isComposing) end(event.target.value);
    else if (event.key === 'Escape') end(title);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<input class="rename" aria-label="Title of the page" maxlength=${LONGEST} autocomplete="off" .value=${title}
    @keydown=${pressed} @blur=${(event) => end(event.target.value)}>`;
}
