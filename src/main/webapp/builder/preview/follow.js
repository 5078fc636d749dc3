import { remember, remembered } from '../appearance.js';

const KEY = 'pageloom.follow';
const MARGIN_PX = 64;
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Scrolls along with the writing while the person wants it; a scroll upwards ends that. */
export class Follow {
  #button = document.getElementById('follow');
  #on = remembered(KEY) === 'yes';

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.#button.addEventListener('click', () => this.#set(!this.#on), { signal });
    this.#set(this.#on);
  }

  /** @param {Document} preview @param {AbortSignal} signal */
  watch(preview, signal) {
    preview.addEventListener('wheel', (event) => event.deltaY < 0 && this.#set(false), { passive: true, signal });
  }

  /** @param {import('./place.js').Place} place just painted @param {boolean} first for the first time */
  painted({ element, growing }, first) {
    if (!this.#on) return;
    if (first && !growing) reveal(element);
    else keepEnd(element);
  }

  /** @type {(state: import('../state.js').State) => void} */
  render({ phase }) {
    this.#button.hidden = phase !== 'generating';
  }

  #set(on) {
    this.#on = on;
    this.#button.setAttribute('aria-pressed', String(on));
    remember(KEY, on ? 'yes' : '');
  }
}

/** @param {Element} section is scrolled into view, in its own document only */
export function reveal(section) {
  const view = section.ownerDocument.defaultView;
  const top = view.scrollY + section.getBoundingClientRect().top;
  view.scrollTo({ top, behavior: calm.matches ? 'instant' : 'smooth' });
}

/** Keeps the end of a growing section in sight; at once, as the next step comes before a smooth one ends. */
function keepEnd(section) {
  const view = section.ownerDocument.defaultView;
  const { top, bottom } = section.getBoundingClientRect();
  const below = bottom + MARGIN_PX - view.innerHeight;
  const by = bottom < 0 ? top : Math.max(0, below);
  if (by) view.scrollBy({ top: by, behavior: 'instant' });
}
