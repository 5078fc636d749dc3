import { at, breaks, parsed, pathTo, textAround, textsOf, withText } from './texts.js';

const CSS = `[contenteditable] { outline: 2px solid #2a76b8 !important; outline-offset: 4px; border-radius: 2px; white-space: pre-wrap; cursor: text; user-select: text; }`;

/**
 * @typedef {object} Draft a text in the hands of a person
 * @property {string} name of the section
 * @property {number} revision that it is a change of
 * @property {Element} element in the preview
 * @property {import('../preview/place.js').Place} place
 * @property {string} html of the section before
 * @property {number[]} path to the text
 * @property {boolean} overtaken whether the section was changed by someone else meanwhile
 */

/**
 * Texts are edited where they stand. The preview runs no script: the builder makes one element
 * editable, and while it is, nothing is painted at its section.
 */
export class TextEditing {
  #frame;
  #painter;
  #store;
  #hooks;
  /** @type {Draft|null} */
  #draft = null;
  #sheet;

  /**
   * @param {{frame: import('../preview/frame.js').PreviewFrame, painter: import('../preview/painter.js').Painter, store: import('../store.js').Store}} parts
   * @param {{save: (name: string, html: string, revision: number, label: string) => Promise<boolean>, say: (text: string) => void,
   *   changed: (draft: Draft|null) => void, left: (name: string) => void}} hooks save tells whether the page shows it; left is told when the keyboard is done
   */
  constructor({ frame, painter, store }, hooks) {
    this.#frame = frame;
    this.#painter = painter;
    this.#store = store;
    this.#hooks = hooks;
    store.subscribe((state, before) => this.#follow(state, before));
  }

  /** @param {Document} preview a fresh one @param {AbortSignal} signal */
  watch(preview, signal) {
    preview.addEventListener('dblclick', (event) => this.#editAt(event.target), { signal });
    preview.addEventListener('keydown', (event) => this.#press(event), { signal, capture: true });
    preview.addEventListener('focusout', (event) => event.target === this.#draft?.element && this.save(), { signal });
  }

  /** Edits the first text of a section. @param {string} name */
  begin(name) {
    const root = this.#painter.place(name)?.element;
    const [first] = root ? textsOf(root) : [];
    if (!first) return this.#hooks.say(`${name} has no text yet.`);
    first.scrollIntoView({ block: 'center' });
    this.#edit(name, first, true);
  }

  /** @returns {Promise<boolean>} whether the page shows it */
  async save() {
    const draft = this.#end();
    if (!draft) return true;
    const { name, place, element, path, revision } = draft;
    const copy = parsed(this.#frame.document, draft.html);
    const before = copy.outerHTML;
    const words = element.textContent.trim();
    const html = withText(copy, path, element);
    if (!words) this.#hooks.say('A text can’t be empty, so it stays as it was. To take it out, edit the HTML.');
    const saved = !words || html === before || (await this.#hooks.save(name, html, revision, `Text changed in ${name}`));
    place.release();
    return saved;
  }

  cancel() {
    this.#end()?.place.release();
  }

  #editAt(target) {
    const section = this.#store.state.sections.find(({ name }) => this.#painter.place(name)?.element?.contains(target));
    if (!section || this.#draft?.element.contains(target)) return;
    const text = textAround(target, this.#painter.place(section.name).element);
    if (text) this.#edit(section.name, text, false);
  }

  #edit(name, element, atEnd) {
    const section = this.#store.state.sections.find((one) => one.name === name);
    const place = this.#painter.place(name);
    if (!section || !place?.element) return;
    if (section.state === 'generating') return this.#hooks.say(`${name} is being written. Edit it when it is done.`);
    const path = pathTo(place.element, element);
    const same = at(parsed(this.#frame.document, section.html), path);
    // The preview may be a moment behind the state.
    if (same?.localName !== element.localName || same.textContent !== element.textContent) return;
    if (this.#draft) this.save();
    place.hold();
    this.#draft = { name, revision: section.revision, element, place, html: section.html, path, overtaken: false };
    this.#style();
    element.setAttribute('contenteditable', 'plaintext-only');
    element.focus({ preventScroll: !atEnd });
    if (atEnd) caretToEnd(element);
    this.#hooks.changed(this.#draft);
  }

  /** Nobody edits any more. What stands in the preview stays until its place is released. */
  #end() {
    const draft = this.#draft;
    if (!draft) return null;
    this.#draft = null;
    draft.element.removeAttribute('contenteditable');
    const { document } = this.#frame;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    document.getSelection()?.removeAllRanges();
    draft.element.blur();
    this.#hooks.changed(null);
    return draft;
  }

  #press(event) {
    const draft = this.#draft;
    if (!draft) {
      if (event.key === 'F2') this.#editAt(event.target);
      return;
    }
    if (event.isComposing || event.altKey) return;
    event.stopPropagation();
    const label = draft.element.matches('button, summary');
    if (event.key === 'Escape') this.#then(event, () => this.cancel());
    else if (event.key === 'Tab') this.#step(event);
    else if (event.key === 'Enter' && event.shiftKey) this.#then(event, () => breaks(draft.element) && this.#type('insertLineBreak'), true);
    else if (event.key === 'Enter' || (event.key === 's' && (event.ctrlKey || event.metaKey))) this.#then(event, () => this.save());
    // A space would press it.
    else if (event.key === ' ' && label) this.#then(event, () => this.#type('insertText', ' '), true);
  }

  #then(event, act, stays = false) {
    const { name } = this.#draft;
    event.preventDefault();
    act();
    if (!stays) this.#hooks.left(name);
  }

  #type(command, text) {
    this.#frame.document.execCommand(command, false, text);
  }

  /** To the next text of the section, or the one before. */
  async #step(event) {
    event.preventDefault();
    const { name, place, element } = this.#draft;
    const texts = textsOf(place.element);
    const next = texts.indexOf(element) + (event.shiftKey ? -1 : 1);
    const path = texts[next] && pathTo(place.element, texts[next]);
    if (!(await this.save())) return;
    const text = path && place.element && at(place.element, path);
    if (!text) return this.#hooks.left(name);
    text.scrollIntoView({ block: 'nearest' });
    this.#edit(name, text, true);
  }

  #style() {
    const { document } = this.#frame;
    this.#sheet = new document.defaultView.CSSStyleSheet();
    this.#sheet.replaceSync(CSS);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  #follow(state, before) {
    const draft = this.#draft;
    if (!draft) return;
    const section = state.sections.find((one) => one.name === draft.name);
    if (state.pageId !== before.pageId) this.cancel();
    else if (!section) {
      this.cancel();
      this.#hooks.say(`${draft.name} was removed while you edited it.`);
    } else if (section.revision !== draft.revision && !draft.overtaken) {
      draft.overtaken = true;
      this.#hooks.changed(draft);
      this.#hooks.say(`${draft.name} was changed meanwhile. When you save, you see both.`);
    }
  }
}

function caretToEnd(element) {
  const selection = element.ownerDocument.getSelection();
  selection.selectAllChildren(element);
  selection.collapseToEnd();
}
