import { remember, remembered } from '../appearance.js';

const KEY = 'pageloom.width';
const WIDTHS = { phone: 390, tablet: 820, desktop: 1280, full: 0 };
const buttons = [...document.querySelectorAll('[data-width]')];

/** How wide the preview's page is; wider than its pane, it is scaled down to fit. */
export class Viewport {
  #pane = document.getElementById('panel-preview');
  #box = document.getElementById('viewport');
  #iframe = document.getElementById('preview');
  #width;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    const usual = innerWidth < 1024 ? 'full' : 'desktop';
    for (const button of buttons) button.addEventListener('click', () => this.#choose(button.dataset.width), { signal });
    const observer = new ResizeObserver(() => this.#fit());
    observer.observe(this.#pane);
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    this.#show(remembered(KEY) in WIDTHS ? remembered(KEY) : usual);
  }

  #choose(width) {
    remember(KEY, width);
    this.#show(width);
  }

  #show(width) {
    this.#width = width;
    this.#box.dataset.width = width;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.width === width));
    this.#fit();
  }

  #fit() {
    const style = getComputedStyle(this.#pane);
    const room = this.#pane.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const tall = this.#pane.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    if (room <= 0 || tall <= 0) return;
    const wanted = WIDTHS[this.#width] || room;
    const scale = Math.min(1, room / wanted);
    set(this.#box, { width: `${Math.round(wanted * scale)}px`, height: `${tall}px` });
    set(this.#iframe, { width: `${wanted}px`, height: `${Math.ceil(tall / scale)}px`, transform: scale < 1 ? `scale(${scale})` : 'none' });
  }
}

function set(element, styles) {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
}
