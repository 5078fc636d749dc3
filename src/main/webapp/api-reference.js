import { html, render } from 'lit-html';
import * as api from './builder/api.js';
import { offerColorModes } from './builder/appearance.js';
import { showCalls } from './reference/calls.js';
import { showContents } from './reference/contents.js';
import { Description } from './reference/description.js';
import { showSchemas } from './reference/schemas.js';
import { words } from './reference/words.js';

/** Shows the API's own description to people: calls by group, then schemas, each with an address. */

const { signal } = new AbortController();
const wide = matchMedia('(min-width: 1024px)');
const reference = document.getElementById('reference');

offerColorModes(signal);
addEventListener('hashchange', arrive, { signal });
api.text('api/openapi.json').then((text) => show(new Description(JSON.parse(text)))).catch(failed);

function show(description) {
  render(html`
    <h1>${description.title} API <small>${description.version}</small></h1>
    <p class="lead">${words(description.about)}</p>
    ${showCalls(description)}
    ${showSchemas(description)}`, clear());
  const contents = () => render(showContents(description, wide.matches), document.getElementById('contents'));
  wide.addEventListener('change', contents, { signal });
  contents();
  arrive();
}

/** Says it instead of seeming to read for ever; what is not a person's to mend goes to the console too. */
function failed(problem) {
  const known = problem instanceof api.ApiError;
  const message = known ? problem.message : 'The description can not be shown here. It is still to be had as openapi.json, by the link above.';
  render(html`<h1>API</h1><p role="alert">${message}</p>`, clear());
  if (!known) throw problem;
}

function clear() {
  reference.replaceChildren();
  return reference;
}

/** The browser looked for the address before there was anything to find. */
function arrive() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let outer = target; outer; outer = outer.parentElement.closest('details')) {
    if (outer instanceof HTMLDetailsElement) outer.open = true;
  }
  target.scrollIntoView();
}
