import { html, nothing } from 'lit-html';
import { curl } from './curl.js';
import { nameOf } from './description.js';
import { limits, showSchema, typeOf } from './schemas.js';
import { words } from './words.js';

/** All calls, by group, each with an address. @param {import('./description.js').Description} description */
export function showCalls(description) {
  return description.groups.map(({ name, about, calls }) => html`<section class="group">
    <h2 id="group-${name}">${name}</h2>
    <p>${words(about)}</p>
    ${calls.map((call) => showCall(call, description))}
  </section>`);
}

function showCall(call, description) {
  return html`<article class="call" id=${call.id}>
    <h3><a href="#${call.id}">${call.summary}</a></h3>
    <p class="address"><span class="method" data-method=${call.method}>${call.method}</span> <code>${breakable(call.path)}</code></p>
    ${call.about ? html`<p>${words(call.about)}</p>` : nothing}
    ${call.parameters.length ? parameters(call.parameters) : nothing}
    ${call.body ? body(call.body, description) : nothing}
    <h4>Answers</h4>
    <dl class="answers">${call.responses.map(answer)}</dl>
    <h4>Example</h4>
    ${code(curl(call), 'the call with curl')}
    ${call.responses.map(sample)}
  </article>`;
}

function parameters(list) {
  const one = (parameter) => html`<div class="field">
    <dt><code>${parameter.name}</code> <span class="type">${typeOf(parameter.schema)}${limits(parameter.schema)}</span>
      <span class="place">${parameter.in}</span>${parameter.required ? html` <span class="required">required</span>` : nothing}</dt>
    <dd>${words(parameter.description)}</dd>
  </div>`;
  return html`<h4>Parameters</h4><dl class="fields">${list.map(one)}</dl>`;
}

function body({ schema, examples = {} }, description) {
  const name = nameOf(schema);
  return html`<h4>Body</h4>
    <details><summary>JSON: ${name}</summary>${showSchema(description.resolve(schema))}</details>
    ${Object.values(examples).map(({ summary, value }) => html`<details><summary>${summary}</summary>${code(JSON.stringify(value, null, 2), summary)}</details>`)}`;
}

function answer({ status, response }) {
  const [type, media] = Object.entries(response.content ?? {})[0] ?? [];
  const name = nameOf(media?.['x-event'] ?? media?.schema);
  return html`<div class="answer">
    <dt data-kind=${/^2/.test(status) ? 'good' : 'bad'}>${status === 'default' ? 'other' : status}</dt>
    <dd>${words(response.description)}${type ? html` <span class="type"><code>${type}</code>${name ? html` of <a href="#schema-${name}">${name}</a>` : nothing}</span>` : nothing}</dd>
  </div>`;
}

function sample({ status, response }) {
  return Object.entries(response.content ?? {})
    .filter(([, { example }]) => example)
    .map(([, { example }]) => {
      const text = typeof example === 'string' ? example.trim() : JSON.stringify(example, null, 2);
      return html`<p class="caption">${status}</p>${code(text, `an answer with status ${status}`)}`;
    });
}

/** A long address breaks after its slashes, nowhere else. @param {string} path */
const breakable = (path) => path.split(/(?<=\/)/).map((part) => html`${part}<wbr>`);

const code = (text, label) => html`<pre tabindex="0" role="group" aria-label=${label}><code>${text}</code></pre>`;
