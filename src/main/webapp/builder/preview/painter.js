import { Placeholder } from './placeholder.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const RISE = [{ opacity: 0, transform: 'translateY(10px)' }, { opacity: 1, transform: 'none' }];

/**
 * Puts finished sections into the preview, in the page's order, each once and only after its styles.
 * What is painted is not touched again unless its fragment changes.
 */
export class Painter {
  #frame;
  #stylist;
  #onPaint;
  #onTrouble;
  #state;
  #painted = new Map();
  #theme;
  #classes;
  #placeholder;

  /**
   * @param {import('./frame.js').PreviewFrame} frame
   * @param {import('./stylist.js').Stylist} stylist
   * @param {(section: Element, live: boolean) => void} onPaint
   * @param {(problem: Error) => void} onTrouble styles could not be made; the section comes without
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
    this.#classes = this.#frame.adopt();
    this.#placeholder = new Placeholder(this.#frame);
    this.#painted.clear();
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

  /** @param {string} name @returns {Element|undefined} */
  section(name) {
    return this.#painted.get(name)?.element;
  }

  /** @returns {Promise<string>} the compiled styles of every finished section */
  styles() {
    const template = this.#frame.document.createElement('template');
    template.innerHTML = this.#state.sections.map((section) => section.html).join('');
    return this.#stylist.ensure(classesOf(template.content));
  }

  #sync() {
    const { phase, theme, language, title, sections } = this.#state;
    const root = this.#frame.document.documentElement;
    root.lang = language;
    root.dataset.mode = theme.mode ?? 'auto';
    this.#frame.document.title = title || 'Preview';
    this.#theme.show(theme.css ?? '');
    const first = sections.some((section) => section.state === 'completed');
    this.#placeholder.show(this.#frame.document.body, phase === 'generating' && first);
    for (const section of sections) {
      if (section.html && this.#painted.get(section.name)?.html !== section.html) this.#paint(section);
    }
  }

  async #paint({ name, html, order }) {
    const { document } = this.#frame;
    const earlier = this.#painted.get(name)?.element;
    const entry = { html, order, element: undefined };
    this.#painted.set(name, entry);
    const live = this.#state.phase === 'generating';
    const template = document.createElement('template');
    template.innerHTML = html;
    const element = template.content.firstElementChild;
    if (!element) return;
    const css = await this.#stylist.ensure(classesOf(template.content)).catch((problem) => {
      this.#onTrouble(problem);
      return this.#stylist.css;
    });
    if (this.#painted.get(name) !== entry) return;
    if (css.length >= this.#classes.css.length) this.#classes.show(css);
    entry.element = element;
    if (earlier) earlier.replaceWith(element);
    else document.body.insertBefore(element, this.#after(order));
    if (live && !earlier && !calm.matches) element.animate(RISE, { duration: 320, easing: 'cubic-bezier(.2,.7,.3,1)' });
    this.#onPaint(element, live);
  }

  #after(order) {
    const later = [...this.#painted.values()].filter((one) => one.order > order && one.element?.isConnected);
    return later.sort((a, b) => a.order - b.order)[0]?.element ?? this.#placeholder.anchor;
  }
}

function classesOf(content) {
  return [...content.querySelectorAll('[class]')].flatMap((element) => [...element.classList]);
}
