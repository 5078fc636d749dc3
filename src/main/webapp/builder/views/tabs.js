const narrow = matchMedia('(max-width: 1023.98px)');
const tabs = [...document.querySelectorAll('[role="tab"]')];

/**
 * Which of the three is on the screen: the sections, the preview or the code. On a wide screen the
 * sections are always there and only the other two take turns.
 */
export class Tabs {
  #view = 'build';
  #onChange;

  /** @param {(view: string) => void} onChange @param {AbortSignal} signal */
  constructor(onChange, signal) {
    this.#onChange = onChange;
    for (const tab of tabs) {
      tab.addEventListener('click', () => this.show(tab.dataset.view), { signal });
      tab.addEventListener('keydown', (event) => this.#step(event), { signal });
    }
    narrow.addEventListener('change', () => this.show(this.#view), { signal });
    this.show('build');
  }

  /** @param {'build'|'preview'|'code'} view */
  show(view) {
    this.#view = view;
    const seen = !narrow.matches && view === 'build' ? 'preview' : view;
    document.body.dataset.view = seen;
    for (const tab of tabs) {
      const selected = tab.dataset.view === seen;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
    document.getElementById('panel-build').role = narrow.matches ? 'tabpanel' : null;
    document.getElementById('panel-code').hidden = seen !== 'code';
    document.getElementById('panel-preview').hidden = seen === 'code';
    this.#onChange(seen);
  }

  #step(event) {
    const seen = tabs.filter((tab) => tab.checkVisibility());
    const at = seen.indexOf(event.currentTarget);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = seen.at(to % seen.length);
    this.show(tab.dataset.view);
    tab.focus();
  }
}
