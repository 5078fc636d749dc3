import { ApiError, command } from './api.js';
import { inverse } from './inverse.js';

const LONGEST_STACK = 200;
const PATIENCE_MS = 3000;

/**
 * @typedef {import('./inverse.js').Command} Command
 * @typedef {{label: string, commands: Command[]}} Step what undoes, or does again, something
 */

/**
 * What a person does to the page, each with what takes it back. The log has every revision, so
 * undoing is a command like any other, and can be undone too. Commands go out one after the other,
 * each when the state shows what the one before has done.
 */
export class Commands {
  #store;
  #say;
  /** @type {Step[]} */
  #undo = [];
  /** @type {Step[]} */
  #redo = [];
  /** What was added, by the command's id. @type {Map<string, Command>} */
  #adds = new Map();
  #pageId = '';
  #queue = Promise.resolve();
  /** The log's last event that a command of ours caused. */
  #reached = 0;
  #watchers = [];

  /**
   * @param {import('./store.js').Store} store
   * @param {(text: string, action?: {label: string, run: () => void}) => void} say tells what was done, or why not
   */
  constructor(store, say) {
    this.#store = store;
    this.#say = say;
    store.subscribe((state) => {
      if (state.pageId === this.#pageId) return;
      this.#pageId = state.pageId;
      this.#undo = [];
      this.#redo = [];
      this.#adds.clear();
      this.#reached = 0;
      this.#told();
    });
  }

  /** What would be undone, '' for nothing. */
  get undoable() {
    return this.#undo.at(-1)?.label ?? '';
  }

  /** What would be done again, '' for nothing. */
  get redoable() {
    return this.#redo.at(-1)?.label ?? '';
  }

  get canUndo() {
    return this.#undo.length > 0;
  }

  get canRedo() {
    return this.#redo.length > 0;
  }

  /** @param {() => void} tell is called whenever something else can be undone */
  watch(tell) {
    this.#watchers.push(tell);
  }

  /**
   * Sends one command.
   * @param {Command} wish
   * @param {string} label what was done, for the person, e.g. "Hero removed"; '' says nothing
   * @returns {Promise<ApiError|null>} why it was refused, or null; a conflict is the caller's to solve, anything else was said
   */
  send(wish, label = '') {
    return this.#next(async () => {
      const order = { id: uuid(), ...wish };
      const back = inverse(this.#store.state, order, this.#adds);
      const problem = await this.#dispatch(order);
      if (problem) {
        if (problem.status !== 409) this.#say(problem.message);
        return problem;
      }
      if (wish.type === 'add') this.#adds.set(order.id, wish);
      const step = { label: label || wish.type, commands: back };
      if (back.length) {
        this.#undo = [...this.#undo, step].slice(-LONGEST_STACK);
        this.#redo = [];
        this.#told();
      }
      // What is only being made can't be taken back yet.
      const soon = back.length && wish.type !== 'retry' && wish.type !== 'rewrite';
      const undo = () => this.#next(() => this.#take(step, this.#undo, this.#redo, 'Undone'));
      if (label) this.#say(label, soon ? { label: 'Undo', run: undo } : undefined);
      return null;
    });
  }

  undo() {
    return this.#next(() => this.#take(this.#undo.at(-1), this.#undo, this.#redo, 'Undone'));
  }

  redo() {
    return this.#next(() => this.#take(this.#redo.at(-1), this.#redo, this.#undo, 'Done again'));
  }

  /** What could not be done stays to be tried again, unless the page has refused it. */
  async #take(step, from, to, word) {
    const at = from.indexOf(step);
    if (at < 0) return this.#say(word === 'Undone' ? 'There is nothing to undo.' : 'There is nothing to do again.');
    const busy = step.commands.find((wish) => this.#tooEarly(wish));
    if (busy) return this.#say(`${busy.section} is still being made. Undo it when it is done.`);
    const backs = [];
    for (const wish of step.commands) {
      await this.#shown();
      const order = { id: uuid(), ...this.#named(wish) };
      const back = inverse(this.#store.state, order, this.#adds);
      const problem = await this.#dispatch(order);
      if (problem?.status === 0) return this.#say(problem.message);
      if (problem) {
        from.splice(at, 1);
        this.#told();
        return this.#say(problem.message);
      }
      if (order.type === 'add') this.#adds.set(order.id, wish);
      backs.unshift(...back);
    }
    from.splice(at, 1);
    if (backs.length) to.push({ label: step.label, commands: backs });
    this.#told();
    this.#say(`${word}: ${step.label}`);
  }

  /** A section that was added has the name that the page gave it. */
  #named({ added, ...wish }) {
    const one = added && this.#store.state.sections.find(({ addedBy }) => addedBy === added);
    return one ? { ...wish, section: one.name } : wish;
  }

  /** To bring back what is shown already would not stop what is being made in its place. */
  #tooEarly({ type, section, revision }) {
    const one = type === 'restore' && this.#store.state.sections.find(({ name }) => name === section);
    return Boolean(one) && one.revision === revision && (one.state === 'generating' || one.requested !== '');
  }

  /** @template T @param {() => Promise<T>} act @returns {Promise<T>} */
  #next(act) {
    const turn = this.#queue.then(act);
    this.#queue = turn.then(() => this.#shown(), () => {});
    return turn;
  }

  /** Waits until the state has what the last command did, but not for ever: the line may be lost. */
  #shown() {
    const { pageId } = this.#store.state;
    return this.#store.until((state) => state.pageId !== pageId || state.seq >= this.#reached, PATIENCE_MS);
  }

  /** After a lost answer the same command goes once more, under its own id. */
  async #dispatch(order) {
    const { pageId } = this.#store.state;
    const attempt = () => command(pageId, order).then(({ seq }) => this.#reach(seq), asProblem);
    const problem = await attempt();
    return problem?.status === 0 ? attempt() : problem;
  }

  #reach(seq) {
    this.#reached = seq;
    return null;
  }

  #told() {
    for (const tell of this.#watchers) tell();
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
