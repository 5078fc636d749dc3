import { html } from 'lit-html';

/**
 * Where everything is.
 * @param {import('./description.js').Description} description
 * @param {boolean} wide whether it stands beside the text, always open
 */
export function showContents(description, wide) {
  const call = ({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li>`;
  const group = ({ name, calls }) => html`<h2>${name}</h2><ul>${calls.map(call)}</ul>`;
  const schema = ([name]) => html`<li><a href="#schema-${name}">${name}</a></li>`;
  return html`<details ?open=${wide}>
    <summary>Contents</summary>
    ${description.groups.map(group)}
    <h2>Schemas</h2>
    <ul class="names">${description.schemas.map(schema)}</ul>
  </details>`;
}
