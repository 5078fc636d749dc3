/**
 * The preview's document: blank, without scripts by sandbox and by policy. Only what this class
 * hands out is written to.
 */
export class PreviewFrame {
  #iframe;
  #told;

  /** @param {HTMLIFrameElement} iframe */
  constructor(iframe) {
    this.#iframe = iframe;
  }

  /**
   * @param {(document: Document) => void} tell is given each new blank document, the first included
   * @param {AbortSignal} signal
   */
  onFresh(tell, signal) {
    const loaded = () => {
      const { document } = this;
      if (document === this.#told || !document?.URL.endsWith('/preview.html')) return;
      this.#told = document;
      tell(document);
    };
    this.#iframe.addEventListener('load', loaded, { signal });
    if (this.document?.readyState === 'complete') loaded();
  }

  /** @returns {Document} */
  get document() {
    return this.#iframe.contentDocument;
  }

  /** Goes to a place in the page without leaving a step in the browser's history. @param {string} hash */
  goTo(hash) {
    this.#iframe.contentWindow.location.replace(new URL(hash, this.document.URL));
  }

  /** @returns {Sheet} an empty style sheet of the preview's own realm, after those before it */
  adopt() {
    const { document } = this;
    const sheet = new document.defaultView.CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return new Sheet(sheet);
  }
}

/** A style sheet that is parsed only when its text changes. */
class Sheet {
  #sheet;
  css = '';

  /** @param {CSSStyleSheet} sheet */
  constructor(sheet) {
    this.#sheet = sheet;
  }

  /** @param {string} css */
  show(css) {
    if (css === this.css) return;
    this.css = css;
    this.#sheet.replaceSync(css);
  }
}
