import { html, nothing } from 'lit-html';
import { nameOf } from './description.js';
import { words } from './words.js';

/** All schemas, each with an address. @param {import('./description.js').Description} description */
export function showSchemas(description) {
  const one = ([name, schema]) => html`<article class="schema" id="schema-${name}">
    <h3><a href="#schema-${name}">${name}</a></h3>
    ${repeats(name, schema.title) ? nothing : html`<p class="title">${schema.title}</p>`}
    ${showSchema(schema)}
  </article>`;
  return html`<section class="group"><h2 id="schemas">Schemas</h2>${description.schemas.map(one)}</section>`;
}

/** Whether a title says no more than the name: `PauseCommand`, "Pause". */
const repeats = (name, title = '') => name.toLowerCase().startsWith(title.replaceAll('_', '').toLowerCase());

/** What a schema says: about itself, then its fields or the choice that it is. @param {object} schema */
export function showSchema(schema) {
  return html`${schema.description ? html`<p>${words(schema.description)}</p>` : nothing}${fields(schema)}`;
}

function fields(schema) {
  if (schema.discriminator) {
    const rows = Object.entries(schema.discriminator.mapping);
    const { propertyName } = schema.discriminator;
    return html`<p>One of these, by <code>${propertyName}</code>:</p>
      <ul class="choices">${rows.map(([value, ref]) => html`<li><code>${value}</code> ${link(nameOf({ $ref: ref }))}</li>`)}</ul>`;
  }
  if (!schema.properties) return html`<p class="type">${typeOf(schema)}</p>`;
  const required = new Set(schema.required);
  const field = ([name, one]) => html`<div class="field">
    <dt><code>${name}</code> <span class="type">${typeOf(one)}${limits(one)}${required.has(name) ? nothing : ', optional'}</span></dt>
    ${one.description ? html`<dd>${words(one.description)}</dd>` : nothing}
  </div>`;
  return html`<dl class="fields">${Object.entries(schema.properties).map(field)}</dl>`;
}

/** A schema's kind in a few words, with links to others. @param {object} schema */
export function typeOf(schema) {
  const name = nameOf(schema);
  if (name) return link(name);
  if (schema.oneOf) return joined(schema.oneOf.map(typeOf), ' or ');
  if (schema.enum) return joined(schema.enum.map((value) => html`<code>${String(value)}</code>`), ', ');
  if ('const' in schema) return html`<code>${String(schema.const)}</code>`;
  const types = [schema.type ?? 'anything'].flat();
  const named = types.map((type) => (type === 'array' ? html`list of ${typeOf(schema.items ?? {})}` : schema.format && type === 'string' ? schema.format : type));
  if (!schema.properties) return joined(named, ' or ');
  const inner = Object.entries(schema.properties).map(([field, one]) => html`<code>${field}</code> ${typeOf(one)}`);
  return html`object with ${joined(inner, ', ')}`;
}

/** Bounds and default, as they follow a type. @param {object} schema @returns {string} '' for none */
export function limits(schema) {
  const { minimum = 0, maximum, minLength = 0, maxLength, maxItems, default: preset } = schema;
  const said = [
    maximum === undefined ? minimum > 0 && `from ${minimum}` : `${minimum} to ${maximum}`,
    maxLength === undefined ? minLength > 0 && 'not empty' : `${minLength} to ${maxLength} characters`,
    maxItems !== undefined && `at most ${maxItems}`,
    preset !== undefined && `default ${preset}`,
  ];
  return said.filter(Boolean).map((one) => `, ${one}`).join('');
}

const link = (name) => html`<a href="#schema-${name}">${name}</a>`;

const joined = (parts, between) => parts.map((part, i) => (i ? html`${between}${part}` : part));
