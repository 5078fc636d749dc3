import { html, nothing, render } from 'lit-html';
import * as api from '../api.js';
import { cssOf } from '../theme-css.js';
import { paletteSwatch, typeSwatch } from './swatches.js';

const PARTS = ['palette', 'mode', 'type', 'radius', 'density'];
const NAMES = { palette: 'Colours', mode: 'Light or dark', type: 'Type', radius: 'Corners', density: 'Space' };
const MODES = { light: 'Light', dark: 'Dark', auto: "Reader's own" };
const ARROWS_REST_MS = 350;

const partsOf = (theme) => Object.fromEntries(PARTS.map((part) => [part, theme[part]]));
const differences = (wish, theme) => Object.fromEntries(PARTS.filter((part) => wish[part] !== theme[part]).map((part) => [part, wish[part]]));

/**
 * How the page looks. A choice is shown at once and sent as a command; what is pointed at is only
 * tried on. No model has a part in it.
 */
export class ThemePanel {
  #panel = document.getElementById('theme-panel');
  #button = document.getElementById('theme');
  #commands;
  #hooks;
  /** @type {import('../theme-css.js').Catalogue|undefined} */
  #catalogue;
  #state;
  #wish = null;
  #hovered = null;
  #timer = 0;
  #sending = false;
  #byKey = false;
  #waiters = [];

  /**
   * @param {import('../commands.js').Commands} commands
   * @param {{tryOn: (theme: object|null) => void, say: (text: string) => void, opened: () => void}} hooks
   * @param {AbortSignal} signal
   */
  constructor(commands, hooks, signal) {
    this.#commands = commands;
    this.#hooks = hooks;
    this.#panel.addEventListener('toggle', ({ newState }) => (newState === 'open' ? this.#open() : this.#closed()), { signal });
    this.#panel.addEventListener('keydown', ({ key }) => (this.#byKey = key.startsWith('Arrow')), { signal });
    this.#panel.addEventListener('pointerdown', () => (this.#byKey = false), { signal });
  }

  /** @type {(state: import('../state.js').State, before: import('../state.js').State) => void} */
  render(state, before) {
    this.#state = state;
    this.#button.disabled = !state.theme.palette || state.gone;
    if (state.pageId !== before.pageId || state.gone) this.#forget();
    if (state.theme === before.theme) return;
    this.#waiters = this.#waiters.filter((waiter) => !waiter());
    if (this.#panel.matches(':popover-open')) this.#show();
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#wish = this.#hovered = null;
    for (const waiter of this.#waiters.splice(0)) waiter(true);
    this.#hooks.tryOn(null);
    if (this.#panel.matches(':popover-open')) this.#panel.hidePopover();
  }

  async #open() {
    this.#hooks.opened();
    try {
      this.#catalogue ??= await api.themes();
    } catch (problem) {
      this.#hooks.say(problem.message);
      return this.#panel.hidePopover();
    }
    this.#show();
    this.#panel.querySelector('input:checked')?.focus();
  }

  #closed() {
    this.#hovered = null;
    if (this.#wish) this.#send();
    if (this.#catalogue) this.#show();
  }

  #choose(part, id) {
    this.#hovered = null;
    this.#wish = { ...this.#current, [part]: id };
    this.#show();
    clearTimeout(this.#timer);
    if (this.#byKey) this.#timer = setTimeout(() => this.#send(), ARROWS_REST_MS);
    else this.#send();
  }

  /** One command at a time, each after the event of the one before it, so that every step can be taken back by itself. */
  async #send() {
    clearTimeout(this.#timer);
    if (this.#sending) return;
    this.#sending = true;
    while (this.#wish) {
      const change = differences(this.#wish, this.#state.theme);
      if (!Object.keys(change).length) this.#wish = null;
      else if (await this.#refused(change)) this.#wish = null;
    }
    this.#sending = false;
    this.#show();
  }

  async #refused(change) {
    const problem = await this.#commands.send({ type: 'theme', theme: change }, this.#label(change));
    if (problem?.status === 409) this.#hooks.say(problem.message);
    if (problem) return true;
    await new Promise((resolve) => {
      const waiter = (over) => (over || !this.#wish || Object.entries(change).every(([part, id]) => this.#state.theme[part] === id)) && (resolve(), true);
      if (!waiter()) this.#waiters.push(waiter);
    });
    return false;
  }

  #label(change) {
    return Object.entries(change).map(([part, id]) => `${NAMES[part]}: ${this.#name(part, id)}`).join(', ');
  }

  #name(part, id) {
    const choices = { palette: 'palettes', type: 'types', radius: 'radii', density: 'densities' };
    return part === 'mode' ? MODES[id] : this.#catalogue[choices[part]].find((one) => one.id === id).name;
  }

  get #current() {
    return this.#wish ?? partsOf(this.#state.theme);
  }

  #show() {
    const tried = this.#hovered ?? this.#wish;
    this.#hooks.tryOn(tried && { ...tried, css: cssOf(this.#catalogue, tried) });
    this.#draw();
  }

  #hover(part, id, { pointerType }) {
    if (pointerType !== 'mouse') return;
    this.#hovered = part ? { ...this.#current, [part]: id } : null;
    const tried = this.#hovered ?? this.#wish;
    this.#hooks.tryOn(tried && { ...tried, css: cssOf(this.#catalogue, tried) });
  }

  #draw() {
    const { palettes, modes, types, radii, densities } = this.#catalogue;
    const shade = this.#current.mode === 'dark' ? 'dark' : 'light';
    render(html`
      <div class="panel-head">
        <h2 id="theme-title">Theme</h2>
        <span class="panel-note">Free, and at once</span>
        <button type="button" class="button icon" aria-label="Close" @click=${() => this.#panel.hidePopover()}>✕</button>
      </div>
      ${this.#group('palette', 'palettes', palettes, (one) => paletteSwatch(one[shade]))}
      ${this.#group('mode', 'strip', modes.map((id) => ({ id, name: MODES[id] ?? id })))}
      ${this.#group('type', 'pairings', types, (one) => typeSwatch(one.variables))}
      ${this.#group('radius', 'strip', radii)}
      ${this.#group('density', 'strip', densities)}`, this.#panel);
  }

  #group(part, look, choices, drawing = () => nothing) {
    const current = this.#current[part];
    return html`<fieldset class="theme-part">
      <legend>${NAMES[part]}</legend>
      <div class=${look}>${choices.map((one) => html`
        <label class="theme-choice" @pointerenter=${(event) => this.#hover(part, one.id, event)} @pointerleave=${(event) => this.#hover('', '', event)}>
          <input type="radio" class="visually-hidden" name="theme-${part}" value=${one.id} .checked=${one.id === current} @change=${() => this.#choose(part, one.id)}>
          ${drawing(one)}<span>${one.name}</span>
        </label>`)}</div>
    </fieldset>`;
  }
}
