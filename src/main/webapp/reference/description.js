const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * @typedef {{id: string, method: string, path: string, summary: string, about: string, parameters: object[], body: object|null, responses: {status: string, response: object}[]}} Call
 */

/** An OpenAPI document as its readers need it: references followed, calls in groups. */
export class Description {
  #document;

  /** @param {object} document OpenAPI 3.1 */
  constructor(document) {
    this.#document = document;
  }

  get title() {
    return this.#document.info.title;
  }

  get version() {
    return this.#document.info.version;
  }

  get about() {
    return this.#document.info.description;
  }

  /** @returns {{name: string, about: string, calls: Call[]}[]} */
  get groups() {
    const calls = Object.entries(this.#document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => this.#call(path, item, method)));
    return this.#document.tags.map(({ name, description }) => ({
      name,
      about: description,
      calls: calls.filter(({ tag }) => tag === name),
    }));
  }

  /** @returns {[string, object][]} in the document's order */
  get schemas() {
    return Object.entries(this.#document.components.schemas);
  }

  /** What a reference points at, or the thing itself. @param {object} thing */
  resolve(thing) {
    if (!thing?.$ref) return thing;
    return thing.$ref.slice(2).split('/').reduce((at, name) => at[name], this.#document);
  }

  #call(path, item, method) {
    const operation = item[method];
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
    return {
      id: operation.operationId,
      tag: operation.tags[0],
      method: method.toUpperCase(),
      path,
      summary: operation.summary,
      about: operation.description ?? '',
      parameters: parameters.map((one) => this.resolve(one)),
      body: this.resolve(operation.requestBody)?.content['application/json'] ?? null,
      responses: Object.entries(operation.responses)
        .map(([status, response]) => ({ status, response: this.resolve(response) }))
        .sort((a, b) => a.status.localeCompare(b.status)),
    };
  }
}

/** The name in a reference to a schema, or '' if it is none. @param {object} [schema] */
export const nameOf = (schema) => schema?.$ref?.replace(/.*\//, '') ?? '';
