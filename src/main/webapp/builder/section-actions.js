/**
 * What a person does to sections: each a command with its words. A refusal that is about the page as
 * it is by now is said here in words; forms solve theirs themselves.
 */
export class SectionActions {
  #commands;
  #store;
  #say;

  /**
   * @param {import('./commands.js').Commands} commands
   * @param {import('./store.js').Store} store
   * @param {(text: string) => void} say
   */
  constructor(commands, store, say) {
    this.#commands = commands;
    this.#store = store;
    this.#say = say;
  }

  pause() {
    return this.#obey({ type: 'pause' }, 'Paused. What is being written is finished first.');
  }

  resume() {
    return this.#obey({ type: 'resume' }, 'Resumed');
  }

  cancel() {
    return this.#obey({ type: 'cancel' }, 'Cancelled. What is done stays; you can resume.');
  }

  /** @param {string} name @param {string} [model] another than it had */
  retry(name, model = '') {
    return this.#obey({ type: 'retry', section: name, ...(model && { model }) }, `Retrying ${name}`);
  }

  /**
   * @param {string} name @param {string} instruction @param {string} model '' for the one it had
   * @param {number} expectedRevision what the person looked at
   */
  rewrite(name, instruction, model, expectedRevision) {
    return this.#commands.send({ type: 'rewrite', section: name, instruction, expectedRevision, ...(model && { model }) }, `Rewriting ${name}`);
  }

  /** @param {string} name @param {number} order its new place */
  move(name, order) {
    const { length } = this.#store.state.sections;
    return this.#obey({ type: 'move', section: name, order }, `${name} moved to ${order + 1} of ${length}`);
  }

  /** @param {string} name */
  remove(name) {
    return this.#obey({ type: 'remove', section: name }, `${name} removed`);
  }

  /** @param {{name: string, instruction?: string, order: number, model?: string}} wish */
  add(wish) {
    return this.#commands.send({ type: 'add', ...wish }, `${wish.name} added`);
  }

  /** Opens what changes a section elsewhere. @param {'edit-section'|'edit-html'|'section-versions'} what @param {string} name */
  open(what, name) {
    document.dispatchEvent(new CustomEvent(what, { detail: { name } }));
  }

  async #obey(wish, label) {
    const problem = await this.#commands.send(wish, label);
    if (problem?.status === 409) this.#say(inWords(problem));
    return problem;
  }
}

/** A refusal without the field's name. @param {import('./api.js').ApiError} problem */
export function inWords({ message }) {
  const words = message.replace(/^[a-z]\w*: /i, '');
  return words[0].toUpperCase() + words.slice(1);
}
