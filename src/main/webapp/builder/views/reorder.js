const calm = matchMedia('(prefers-reduced-motion: reduce)');
const EDGE_PX = 48;
const STEP_PX = 10;
const PATIENCE_MS = 4000;

/**
 * Puts cards in another order: dragged by their grip with any pointer, or lifted, moved and dropped
 * by keys. Until it is dropped only the cards show it.
 */
export class Reorder {
  #list;
  #scroller = document.getElementById('panel-build');
  #hooks;
  /** @type {{name: string, from: number, to: number, grip: number, y: number, pointer: number}|null} */
  #lifted = null;
  /** Dropped, and not yet so in the page. @type {{name: string, to: number}|null} */
  #placed = null;
  #frame = 0;

  /**
   * @param {HTMLElement} list of the cards
   * @param {{paint: () => void, drop: (name: string, order: number) => Promise<unknown>, tell: (text: string) => void}} hooks
   * @param {AbortSignal} signal
   */
  constructor(list, hooks, signal) {
    this.#list = list;
    this.#hooks = hooks;
    const grip = (event) => event.target.closest?.('.grip');
    list.addEventListener('pointerdown', (event) => grip(event) && event.button === 0 && this.#grab(event), { signal });
    list.addEventListener('pointermove', (event) => this.#drag(event), { signal });
    list.addEventListener('pointerup', (event) => this.#owns(event) && this.#drop(), { signal });
    list.addEventListener('pointercancel', (event) => this.#owns(event) && this.#cancel(), { signal });
    document.addEventListener('keydown', (event) => this.#press(event, grip(event)), { signal });
    document.addEventListener('pointerdown', (event) => this.#lifted && !grip(event) && this.#cancel(), { signal });
    list.addEventListener('focusout', ({ isTrusted, relatedTarget }) => isTrusted && this.#left(relatedTarget), { signal });
  }

  /** Name of the section in the air, '' when there is none. */
  get name() {
    return this.#lifted?.name ?? '';
  }

  /** @template {{name: string}} T @param {T[]} sections @returns {T[]} as they would be if it were dropped now */
  arranged(sections) {
    const held = this.#lifted ?? this.#placed;
    const one = sections.find(({ name }) => name === held?.name);
    if (this.#lifted && !one) this.#end();
    if (!one || sections[held.to] === one) this.#placed = null;
    if (!one) return sections;
    held.to = Math.min(held.to, sections.length - 1);
    return sections.filter((each) => each !== one).toSpliced(held.to, 0, one);
  }

  /** Lets the dragged card follow the pointer. */
  follow() {
    const lifted = this.#lifted;
    if (!lifted || lifted.pointer < 0) return;
    const card = this.#card(lifted.name);
    card.style.translate = `0 ${lifted.y - lifted.grip - this.#top(card)}px`;
  }

  get #cards() {
    return [...this.#list.querySelectorAll(':scope > .card')];
  }

  #card(name) {
    return this.#cards.find((card) => card.dataset.section === name);
  }

  /** In the window, without what animations add. */
  #top(card) {
    return this.#list.getBoundingClientRect().top + card.offsetTop - this.#list.offsetTop;
  }

  #lift(name, grip, y, pointer) {
    const from = this.#cards.findIndex((card) => card.dataset.section === name);
    this.#lifted = { name, from, to: from, grip, y, pointer };
    this.#hooks.paint();
  }

  #grab(event) {
    if (this.#lifted) this.#cancel();
    const card = event.target.closest('.card');
    // The list never leaves the document while cards change places, so it keeps the pointer.
    this.#list.setPointerCapture(event.pointerId);
    this.#lift(card.dataset.section, event.clientY - this.#top(card), event.clientY, event.pointerId);
    this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  #owns({ pointerId }) {
    return this.#lifted?.pointer === pointerId;
  }

  #drag(event) {
    if (!this.#owns(event)) return;
    this.#lifted.y = event.clientY;
    this.#settle();
  }

  /** Takes the place whose neighbours' middles the dragged card's middle is between. */
  #settle() {
    const cards = this.#cards;
    const lifted = this.#lifted;
    const own = this.#card(lifted.name);
    const middle = lifted.y - lifted.grip + own.offsetHeight / 2;
    const others = cards.filter((card) => card !== own);
    const passed = (card, at) => this.#top(card) + card.offsetHeight / 2 + (at >= lifted.to ? -1 : 1) * own.offsetHeight / 2 < middle;
    const to = others.filter(passed).length;
    if (to !== lifted.to) {
      lifted.to = to;
      this.#hooks.paint();
    }
    this.follow();
  }

  #scroll() {
    if (!this.#lifted || this.#lifted.pointer < 0) return;
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    const { y } = this.#lifted;
    const by = y < top + EDGE_PX ? -STEP_PX : y > bottom - EDGE_PX ? STEP_PX : 0;
    if (by) {
      this.#scroller.scrollBy({ top: by, behavior: 'instant' });
      this.#settle();
    }
    this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  #press(event, grip) {
    const lifted = this.#lifted;
    if (event.key === 'Escape' && lifted) {
      event.preventDefault();
      return this.#cancel();
    }
    if (!grip) return;
    const count = this.#cards.length;
    const { section } = grip.closest('.card').dataset;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (lifted) return this.#drop();
      this.#lift(section, 0, 0, -1);
      this.#hooks.tell(`${section} is picked up, ${this.#lifted.from + 1} of ${count}. The arrow keys move it, Space drops it, Escape puts it back.`);
    } else if (lifted && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const to = lifted.to + (event.key === 'ArrowUp' ? -1 : 1);
      if (to < 0 || to >= count) return;
      lifted.to = to;
      this.#hooks.paint();
      this.#hooks.tell(`${section}: ${to + 1} of ${count}`);
      this.#card(section).scrollIntoView({ block: 'nearest', behavior: calm.matches ? 'instant' : 'smooth' });
    }
  }

  /** Who goes on to something else has not dropped it. */
  #left(to) {
    if (this.#lifted?.pointer === -1 && to && !to.closest('.grip')) this.#cancel();
  }

  #drop() {
    const { name, from, to } = this.#lifted;
    if (to === from) return this.#cancel();
    this.#end();
    const placed = { name, to };
    this.#placed = placed;
    this.#hooks.paint();
    const late = setTimeout(() => this.#forget(placed), PATIENCE_MS);
    this.#hooks.drop(name, to).then((problem) => {
      if (!problem) return;
      clearTimeout(late);
      this.#forget(placed);
    });
  }

  #forget(placed) {
    if (this.#placed !== placed) return;
    this.#placed = null;
    this.#hooks.paint();
  }

  #cancel() {
    const { name } = this.#lifted;
    this.#end();
    this.#hooks.paint();
    this.#hooks.tell(`${name} stays where it was`);
  }

  #end() {
    cancelAnimationFrame(this.#frame);
    const card = this.#card(this.#lifted.name);
    if (card) card.style.translate = '';
    this.#lifted = null;
  }
}
