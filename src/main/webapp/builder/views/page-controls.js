import { html, nothing, render } from 'lit-html';
import { icon } from './icons.js';

const MAKING = ['preparing', 'generating', 'paused'];

/** Undo, redo, pause and cancel, beside the progress line; each only while it makes sense. */
export class PageControls {
  #box = document.getElementById('page-controls');
  #commands;
  #actions;
  #state;

  /**
   * @param {import('../commands.js').Commands} commands
   * @param {import('../section-actions.js').SectionActions} actions
   */
  constructor(commands, actions) {
    this.#commands = commands;
    this.#actions = actions;
    commands.watch(() => this.#draw());
  }

  /** @param {import('../state.js').State} state */
  render(state) {
    if (state.phase === this.#state?.phase && state.pageId === this.#state?.pageId) return;
    this.#state = state;
    this.#draw();
  }

  /** A button that goes while it has the focus leaves it to the first one. */
  #draw() {
    if (!this.#state) return;
    const focused = this.#box.contains(document.activeElement);
    render(this.#buttons(this.#state), this.#box);
    if (focused && !this.#box.contains(document.activeElement)) this.#box.querySelector('button')?.focus();
  }

  #buttons({ phase, pageId }) {
    if (!pageId || phase === 'opening') return nothing;
    const { undoable, redoable } = this.#commands;
    const rests = phase === 'paused' || phase === 'cancelled';
    const turn = rests
      ? button('resume', 'Resume', () => this.#actions.resume())
      : button('pause', 'Pause', () => this.#actions.pause());
    return html`${rests || MAKING.includes(phase) ? turn : nothing}
      ${MAKING.includes(phase) ? button('cancel', 'Cancel', () => this.#actions.cancel()) : nothing}
      ${button('undo', named('Undo', undoable), () => this.#commands.undo(), !undoable, 'Control+Z Meta+Z')}
      ${button('redo', named('Redo', redoable), () => this.#commands.redo(), !redoable, 'Control+Shift+Z Meta+Shift+Z')}`;
  }
}

const named = (what, step) => (step ? `${what}: ${step}` : what);

/** One that is off keeps the focus, so it is not disabled for the browser. */
const button = (sign, label, run, off = false, keys = '') => html`<button type="button" class="button icon" data-control=${sign}
  aria-label=${label} title=${label} aria-disabled=${off ? 'true' : nothing} aria-keyshortcuts=${keys || nothing} @click=${off ? null : run}>${icon(sign)}</button>`;
