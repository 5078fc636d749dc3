import { PreviewFrame } from '../preview/frame.js';
import { parsed, textsOf } from './texts.js';

const WIDE = 1024;
const NARROW = 390;
const CHANGED = '[data-changed] { outline: 2px dashed #b4690e !important; outline-offset: 3px; }';

/** One section as it looks in its page, scaled down, in a document that runs no script and takes no focus. */
export class Still {
  #host;
  #iframe = document.createElement('iframe');
  #frame;
  #stylist;
  #ready;
  #sheets;
  #asked = 0;
  /** Its host's, and its section's, which grows when a picture comes. */
  #sizes = new ResizeObserver(() => this.#fit());

  /**
   * @param {HTMLElement} host is filled
   * @param {string} title
   * @param {import('../preview/stylist.js').Stylist} stylist of the page that is open
   * @param {AbortSignal} signal
   */
  constructor(host, title, stylist, signal) {
    this.#host = host;
    this.#stylist = stylist;
    this.#iframe.setAttribute('sandbox', 'allow-same-origin');
    this.#iframe.title = title;
    this.#iframe.tabIndex = -1;
    this.#iframe.src = './preview.html';
    host.replaceChildren(this.#iframe);
    this.#frame = new PreviewFrame(this.#iframe);
    this.#ready = new Promise((resolve) => this.#frame.onFresh(() => resolve(this.#prepare()), signal));
    this.#sizes.observe(host);
    signal.addEventListener('abort', () => this.#sizes.disconnect(), { once: true });
  }

  /**
   * @param {string} html '' for nothing
   * @param {import('../state.js').State} state for its look
   * @param {string} [other] texts that this has not are marked
   */
  async show(html, { theme, language }, other = '') {
    const asked = ++this.#asked;
    await this.#ready;
    const { document } = this.#frame;
    const section = html ? parsed(document, html) : null;
    const css = section ? await this.#stylist.ensure(classesIn(section)) : '';
    if (asked !== this.#asked) return;
    document.documentElement.lang = language;
    document.documentElement.dataset.mode = theme.mode ?? 'auto';
    this.#sheets.theme.show(theme.css ?? '');
    this.#sheets.classes.show(css);
    for (const old of document.body.children) this.#sizes.unobserve(old);
    document.body.replaceChildren(...(section ? [section] : []));
    if (section) this.#sizes.observe(section);
    if (section && other) this.#mark(section, parsed(document, other));
    this.#fit();
  }

  #prepare() {
    const { document } = this.#frame;
    document.body.inert = true;
    this.#sheets = { theme: this.#frame.adopt(), classes: this.#frame.adopt() };
    this.#frame.adopt().show(CHANGED);
  }

  #mark(section, other) {
    const known = new Set([...(other?.querySelectorAll('*') ?? [])].map((one) => one.textContent.trim()));
    for (const text of textsOf(section)) if (!known.has(text.textContent.trim())) text.dataset.changed = '';
  }

  #fit() {
    const room = this.#host.clientWidth;
    if (!room) return;
    const width = room < 420 ? NARROW : WIDE;
    const scale = room / width;
    const { style } = this.#iframe;
    style.setProperty('width', `${width}px`);
    const tall = this.#frame.document?.body?.firstElementChild?.getBoundingClientRect().height ?? 0;
    style.setProperty('height', `${Math.ceil(tall)}px`);
    style.setProperty('transform', `scale(${scale})`);
    style.setProperty('margin-bottom', `${Math.ceil(tall * scale - tall)}px`);
  }
}

const classesIn = (root) => [root, ...root.querySelectorAll('[class]')].flatMap((one) => [...one.classList]);
