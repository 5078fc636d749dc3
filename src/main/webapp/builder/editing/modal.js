/**
 * A native dialog that is made when it is first opened, and gives the focus back.
 * Escape asks `leave`, so that nothing typed is lost by a key.
 */
export class Modal {
  element = document.createElement('dialog');
  #opener = null;
  #heir = () => null;

  /** @param {string} id @param {() => void} leave */
  constructor(id, leave) {
    const { element } = this;
    element.id = id;
    element.className = 'modal';
    element.setAttribute('aria-labelledby', `${id}-title`);
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      leave();
    });
    element.addEventListener('cancel', (event) => {
      event.preventDefault();
      leave();
    });
    document.body.append(element);
  }

  /** @param {() => HTMLElement|null} heir gets the focus afterwards where the opener is gone */
  open(heir) {
    this.#heir = heir;
    this.#opener = document.activeElement;
    this.element.showModal();
  }

  get isOpen() {
    return this.element.open;
  }

  close() {
    if (!this.isOpen) return;
    this.element.close();
    const seen = this.#opener?.isConnected && this.#opener !== document.body && this.#opener.checkVisibility({ visibilityProperty: true });
    (seen ? this.#opener : this.#heir())?.focus();
  }
}

/** @param {string} name @returns {HTMLElement|null} what stands for a section on the screen: its card, or the tab that is open */
export function cardOf(name) {
  const buttons = [...document.querySelectorAll(`[data-section="${CSS.escape(name)}"] button`)];
  return buttons.find((button) => button.checkVisibility()) ?? document.querySelector('[role="tab"][aria-selected="true"]');
}
