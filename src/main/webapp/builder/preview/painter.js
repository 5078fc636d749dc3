import { Place } from './place.js';
import { Placeholder } from './placeholder.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const RISE = [{ opacity: 0, transform: 'translateY(10px)' }, { opacity: 1, transform: 'none' }];

/**
 * Shows the sections in the preview, in the page's order, each at its own place and only after its
 * styles. What is painted is not touched again unless its fragment changes.
 */
export class Painter {
  #frame;
  #stylist;
  #onPaint;
  #onTrouble;
  #state;
  #places = new Map();
  #hooks;
  #theme;
  #placeholder;
  #troubled = false;
  #tried = null;

  /**
   * @param {import('./frame.js').PreviewFrame} frame
   * @param {import('./stylist.js').Stylist} stylist
   * @param {(place: Place, first: boolean) => void} onPaint
   * @param {(problem: Error) => void} onTrouble styles could not be made; the page comes without them; told once
   */
  constructor(frame, stylist, onPaint, onTrouble) {
    this.#frame = frame;
    this.#stylist = stylist;
    this.#onPaint = onPaint;
    this.#onTrouble = onTrouble;
  }

  /** A blank document: everything is painted anew. */
  restart() {
    const { document } = this.#frame;
    document.body.replaceChildren();
    document.adoptedStyleSheets = [];
    this.#theme = this.#frame.adopt();
    this.#hooks = this.#tools();
    this.#placeholder = new Placeholder(this.#frame);
    for (const place of this.#places.values()) place.leave();
    this.#places.clear();
    this.#troubled = false;
    if (this.#state) this.#sync();
  }

  /** @type {(state: import('../state.js').State, before: import('../state.js').State) => void} */
  render(state, before) {
    this.#state = state;
    const another = state.pageId !== before.pageId;
    if (another) this.#stylist.begin();
    if (!this.#theme) return;
    if (another) this.restart();
    else this.#sync();
  }

  /** Shows the page in another theme than its own. @param {{mode: string, css: string}|null} theme null takes that back */
  tryOn(theme) {
    this.#tried = theme;
    if (this.#theme) this.#dress();
  }

  #dress() {
    const theme = this.#tried ?? this.#state.theme;
    this.#frame.document.documentElement.dataset.mode = theme.mode ?? 'auto';
    this.#theme.show(theme.css ?? '');
  }

  /** @param {string} name @returns {Place|undefined} */
  place(name) {
    return this.#places.get(name);
  }

  /** @returns {Promise<string>} the compiled styles of every finished section */
  styles() {
    const template = this.#frame.document.createElement('template');
    template.innerHTML = this.#state.sections.map((section) => section.html).join('');
    return this.#stylist.ensure(classesOf(template.content));
  }

  #sync() {
    const { phase, language, title, sections } = this.#state;
    const root = this.#frame.document.documentElement;
    root.lang = language;
    this.#frame.document.title = title || 'Preview';
    this.#dress();
    const first = sections.some((section) => section.html || section.draft);
    this.#placeholder.show(this.#frame.document.body, phase === 'generating' && first);
    this.#drop(sections);
    for (const section of sections) this.#show(section);
    this.#arrange();
  }

  /** Sections that were taken out leave; what is written at their places meanwhile goes nowhere. */
  #drop(sections) {
    const names = new Set(sections.map((section) => section.name));
    for (const [name, place] of this.#places) {
      if (names.has(name)) continue;
      place.leave();
      place.element?.remove();
      this.#places.delete(name);
    }
  }

  /** Puts what stands in the wrong order right, and touches nothing else. */
  #arrange() {
    const standing = [...this.#places.values()].filter((place) => place.element?.isConnected).sort((a, b) => a.order - b.order);
    standing.forEach((place, at) => {
      const before = standing[at - 1]?.element;
      const next = before ? before.nextElementSibling : this.#frame.document.body.firstElementChild;
      if (next !== place.element) this.#frame.document.body.insertBefore(place.element, next);
    });
  }

  #show({ name, order, state, html, draft, attempt }) {
    const growing = state === 'generating';
    if (!this.#places.has(name)) {
      if (!html && !growing) return;
      this.#places.set(name, new Place(order, this.#hooks));
    }
    const place = this.#places.get(name);
    place.order = order;
    place.show({ html: draft || html, growing, attempt });
  }

  /** What a place needs of the document it stands in. */
  #tools() {
    const { document } = this.#frame;
    const classes = this.#frame.adopt();
    return {
      parse: (html) => {
        const template = document.createElement('template');
        template.innerHTML = html;
        return template.content.firstElementChild;
      },
      style: async (fragment) => {
        const css = await this.#stylist.ensure(classesOf(fragment)).catch((problem) => this.#unstyled(problem));
        if (css.length >= classes.css.length) classes.show(css);
      },
      insert: (element, order) => document.body.insertBefore(element, this.#after(order)),
      painted: (place, first) => {
        const live = this.#state.phase === 'generating';
        if (live && first && !place.growing && !calm.matches) place.element.animate(RISE, { duration: 320, easing: 'cubic-bezier(.2,.7,.3,1)' });
        this.#onPaint(place, first);
      },
    };
  }

  #unstyled(problem) {
    if (!this.#troubled) this.#onTrouble(problem);
    this.#troubled = true;
    return this.#stylist.css;
  }

  #after(order) {
    const later = [...this.#places.values()].filter((one) => one.order > order && one.element?.isConnected);
    return later.sort((a, b) => a.order - b.order)[0]?.element ?? this.#placeholder.anchor;
  }
}

const classesOf = (root) => [root, ...root.querySelectorAll('[class]')].flatMap((element) => [...(element.classList ?? [])]);
