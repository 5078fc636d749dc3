import { ApiError, command } from './api.js';

const LONGEST_STACK = 200;

/**
 * @typedef {{type: string} & Record<string, any>} Command
 * @typedef {{label: string, commands: Command[]}} Step what undoes, or does again, something
 */

/**
 * What a person does to the page, each with what takes it back. The log has every revision, so
 * undoing is a command like any other, and can be undone too.
 */
export class Commands {
  #store;
  #say;
  /** @type {Step[]} */
  #undo = [];
  /** @type {Step[]} */
  #redo = [];
  #pageId = '';

  /**
   * @param {import('./store.js').Store} store
   * @param {(text: string) => void} say tells what was done, or why not
   */
  constructor(store, say) {
    this.#store = store;
    this.#say = say;
    store.subscribe((state) => {
      if (state.pageId === this.#pageId) return;
      this.#pageId = state.pageId;
      this.#undo = [];
      this.#redo = [];
    });
  }

  get canUndo() {
    return this.#undo.length > 0;
  }

  get canRedo() {
    return this.#redo.length > 0;
  }

  /**
   * Sends one command.
   * @param {Command} wish
   * @param {string} label what was done, for the person, e.g. "Hero removed"; '' says nothing
   * @returns {Promise<ApiError|null>} why it was refused, or null; a conflict is the caller's to solve, anything else was said
   */
  async send(wish, label = '') {
    const back = inverse(this.#store.state, wish);
    const problem = await this.#dispatch(wish);
    if (problem) {
      if (problem.status !== 409) this.#say(problem.message);
      return problem;
    }
    if (back.length) this.#undo = [...this.#undo, { label: label || wish.type, commands: back }].slice(-LONGEST_STACK);
    this.#redo = [];
    if (label) this.#say(label);
    return null;
  }

  undo() {
    return this.#take(this.#undo, this.#redo, 'Undone');
  }

  redo() {
    return this.#take(this.#redo, this.#undo, 'Done again');
  }

  async #take(from, to, word) {
    const step = from.pop();
    if (!step) return this.#say(word === 'Undone' ? 'There is nothing to undo.' : 'There is nothing to do again.');
    const backs = [];
    for (const wish of step.commands) {
      backs.unshift(...inverse(this.#store.state, wish));
      const problem = await this.#dispatch(wish);
      if (problem) return this.#say(problem.message);
    }
    if (backs.length) to.push({ label: step.label, commands: backs });
    this.#say(`${word}: ${step.label}`);
  }

  /** After a lost answer the same command goes once more, under its own id. */
  async #dispatch(wish) {
    const { pageId } = this.#store.state;
    const order = { id: uuid(), ...wish };
    const attempt = () => command(pageId, order).then(() => null, asProblem);
    const problem = await attempt();
    return problem?.status === 0 ? attempt() : problem;
  }
}

/** A random UUID (RFC 9562, version 4), also where the page is not a secure context. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function asProblem(problem) {
  if (problem instanceof ApiError) return problem;
  throw problem;
}

/** What takes a command back, from the page as it is before it. @returns {Command[]} */
function inverse(state, wish) {
  const one = state.sections.find(({ name }) => name === wish.section);
  switch (wish.type) {
    case 'write':
    case 'restore':
    case 'retry':
    case 'rewrite':
      if (!one) return [{ type: 'remove', section: wish.section }];
      return one.revision ? [{ type: 'restore', section: one.name, revision: one.revision }] : [];
    case 'remove':
      if (!one?.revision) return [];
      return [{ type: 'restore', section: one.name, revision: one.revision }, { type: 'move', section: one.name, order: one.order }];
    case 'move':
      return one ? [{ type: 'move', section: one.name, order: one.order }] : [];
    case 'theme': {
      const { palette, mode, type, radius, density } = state.theme;
      return [{ type: 'theme', theme: { palette, mode, type, radius, density } }];
    }
    case 'rename':
      return [{ type: 'rename', title: state.title }];
    default:
      return [];
  }
}
