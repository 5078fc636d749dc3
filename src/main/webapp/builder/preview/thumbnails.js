import { PreviewFrame } from './frame.js';
import { Stylist } from './stylist.js';

const AT_ONCE = 2;
const WIDTH = 1280;
const HEIGHT = 800;
const FIRST_SECTIONS = 3;

/**
 * What a thumbnail is drawn from.
 * @typedef {{theme: {mode?: string, css?: string}, language: string, html: string}} Sight
 */

/** @param {Record<string, any>} snapshot @returns {Sight} the top of a page, which is all that a thumbnail shows */
export function sightOf({ brief, sections }) {
  const html = sections.filter((one) => one.html).slice(0, FIRST_SECTIONS).map((one) => one.html).join('');
  return { theme: brief?.theme ?? {}, language: brief?.language || 'en', html };
}

/**
 * Pages in miniature, each in a script-less frame of its own, as long as it is near what is seen.
 * The compiler is told of the classes of all of them, so each page adds only what it has new.
 */
export class Thumbnails {
  #stylist = new Stylist();
  #observer;
  #wanted = new Map();
  #queue = [];
  #busy = 0;

  /** @param {Element} scroller what scrolls them into view */
  constructor(scroller) {
    const seen = (entries) => entries.forEach((entry) => (entry.isIntersecting ? this.#near(entry.target) : this.#far(entry.target)));
    this.#observer = new IntersectionObserver(seen, { root: scroller, rootMargin: '240px' });
  }

  /** @param {HTMLElement} host @param {() => Promise<Sight>} load */
  watch(host, load) {
    this.#wanted.set(host, load);
    this.#observer.observe(host);
  }

  /** @param {HTMLElement} host */
  leave(host) {
    this.#wanted.delete(host);
    this.#observer.unobserve(host);
    this.#far(host);
  }

  #near(host) {
    if (host.firstElementChild || this.#queue.includes(host)) return;
    this.#queue.push(host);
    this.#next();
  }

  #far(host) {
    this.#queue = this.#queue.filter((one) => one !== host);
    host.replaceChildren();
    delete host.dataset.drawn;
  }

  async #next() {
    if (this.#busy >= AT_ONCE || !this.#queue.length) return;
    const host = this.#queue.shift();
    this.#busy++;
    await this.#draw(host).catch(() => this.#far(host));
    this.#busy--;
    this.#next();
  }

  async #draw(host) {
    const { theme, language, html } = await this.#wanted.get(host)();
    if (!html || !this.#wanted.has(host)) return;
    const iframe = document.createElement('iframe');
    iframe.sandbox = 'allow-same-origin';
    iframe.title = 'Thumbnail';
    iframe.src = new URL('../../preview.html', import.meta.url).href;
    iframe.style.setProperty('--scale', String(Math.max(host.clientWidth / WIDTH, host.clientHeight / HEIGHT)));
    await new Promise((resolve) => {
      iframe.addEventListener('load', resolve, { once: true });
      host.replaceChildren(iframe);
      // A frame that is taken away again never loads.
      setTimeout(resolve, 4000);
    });
    const frame = new PreviewFrame(iframe);
    if (!frame.document) return;
    const template = frame.document.createElement('template');
    template.innerHTML = html;
    const css = await this.#stylist.ensure([...template.content.querySelectorAll('[class]')].flatMap((element) => [...element.classList]));
    if (!frame.document) return;
    frame.document.documentElement.lang = language;
    frame.document.documentElement.dataset.mode = theme.mode ?? 'auto';
    frame.adopt().show(theme.css ?? '');
    frame.adopt().show(css);
    frame.document.body.append(template.content);
    host.dataset.drawn = '';
  }
}
