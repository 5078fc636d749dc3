import { isBusy } from '../state.js';

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The form: the sentence, its options, the one button, and the words of a refusal. */
export class PromptView {
  #form = document.getElementById('ask');
  #prompt = document.getElementById('prompt');
  #problem = document.getElementById('problem');
  #button = document.getElementById('generate');
  #connected = false;
  #busy = false;

  /**
   * @param {(request: {prompt: string, outputFormat: string, pageType?: string}) => void} onAsk
   * @param {AbortSignal} signal
   */
  constructor(onAsk, signal) {
    if (mac) showMacKeys();
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#busy) this.#ask(onAsk);
    }, { signal });
    document.getElementById('examples').addEventListener('click', ({ target }) => {
      if (target.matches('.chip')) this.fill(target.textContent);
    }, { signal });
    this.#prompt.addEventListener('input', () => this.#complain(''), { signal });
  }

  focus() {
    this.#prompt.focus();
    this.#prompt.setSelectionRange(this.#prompt.value.length, this.#prompt.value.length);
  }

  /** Presses the button. */
  submit() {
    this.#form.requestSubmit();
  }

  /** @param {string} prompt */
  fill(prompt) {
    this.#prompt.value = prompt;
    this.#complain('');
    this.focus();
  }

  /** @param {boolean} connected whether a model writes the sections */
  model(connected) {
    this.#connected = connected;
    document.getElementById('model-hint').hidden = connected;
    this.#label();
  }

  /** @param {{id: string, label: string}[]} types */
  pageTypes(types) {
    const select = this.#form.elements.pageType;
    select.append(...types.map(({ id, label }) => new Option(label ?? id, id)));
  }

  /** @type {(state: import('../state.js').State, before: import('../state.js').State) => void} */
  render(state, before) {
    this.#busy = isBusy(state);
    this.#button.setAttribute('aria-disabled', String(this.#busy));
    this.#label();
    if (before.phase === 'opening' && state.phase !== 'opening' && state.pageId) this.#show(state);
    if (state.problem !== before.problem) this.#complain(state.problem);
  }

  #show({ prompt, outputFormat }) {
    if (prompt) this.#prompt.value = prompt;
    this.#form.elements.outputFormat.value = outputFormat;
  }

  #ask(onAsk) {
    const { prompt, outputFormat, pageType } = this.#form.elements;
    if (!prompt.value.trim()) {
      this.#complain('Write what the page is for, in a sentence.');
      return prompt.focus();
    }
    const request = { prompt: prompt.value.trim(), outputFormat: outputFormat.value };
    onAsk(pageType.value ? { ...request, pageType: pageType.value } : request);
  }

  #label() {
    const idle = this.#connected ? 'Generate with AI' : 'Generate (built-in patterns)';
    document.getElementById('generate-label').textContent = this.#busy ? 'Generating...' : idle;
  }

  #complain(reason) {
    this.#problem.textContent = reason;
    this.#problem.hidden = !reason;
    this.#prompt.toggleAttribute('aria-invalid', Boolean(reason));
  }
}

function showMacKeys() {
  for (const [id, key] of [['submit-keys', '⌘ ↵'], ['ctrl-key', '⌘'], ['alt-key', '⌥']]) document.getElementById(id).textContent = key;
}
