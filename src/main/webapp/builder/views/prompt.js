import { isBusy } from '../state.js';
import { complainAt, forgive } from './field-problems.js';
import { Limits } from './limits.js';
import { ModelChoice } from './model-choice.js';
import { SectionWishes } from './section-wishes.js';

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The form: the sentence, its options, the one button, and the words of a refusal. */
export class PromptView {
  #form = document.getElementById('ask');
  #prompt = document.getElementById('prompt');
  #problem = document.getElementById('problem');
  #button = document.getElementById('generate');
  #connected = 'connected' in document.body.dataset;
  #busy = false;
  #choice;
  #limits;
  #sections;

  /**
   * @param {(request: import('../api.js').PageRequest) => void} onAsk
   * @param {AbortSignal} signal
   */
  constructor(onAsk, signal) {
    if (mac) showMacKeys();
    this.#choice = new ModelChoice(signal);
    this.#limits = new Limits(signal);
    this.#sections = new SectionWishes(signal);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#busy) this.#ask(onAsk);
    }, { signal });
    document.getElementById('examples').addEventListener('click', ({ target }) => {
      if (target.matches('.chip')) this.fill(target.textContent);
    }, { signal });
    this.#form.addEventListener('input', () => this.#complain(''), { signal });
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

  /** @param {import('../api.js').Models} models which of them may write the sections, if any */
  offer(models) {
    this.#connected = models.connected;
    this.#choice.offer(models);
    this.#limits.usual(models.budgetUsd);
    this.#sections.offer(models);
    this.#label();
  }

  /** @param {import('../api.js').PageType[]} types */
  pageTypes(types) {
    const select = this.#form.elements.pageType;
    select.append(...types.map(({ id, label }) => new Option(label ?? id, id)));
    this.#sections.pageTypes(types);
  }

  /** @type {(state: import('../state.js').State, before: import('../state.js').State) => void} */
  render(state, before) {
    this.#busy = isBusy(state);
    this.#button.setAttribute('aria-disabled', String(this.#busy));
    this.#label();
    if (before.phase === 'opening' && state.phase !== 'opening' && state.pageId) this.#show(state);
    if (state.problem !== before.problem) this.#complain(state.problem, state.problemField);
  }

  #show({ prompt, outputFormat, model }) {
    if (prompt) this.#prompt.value = prompt;
    if (model) this.#choice.show(model);
    this.#form.elements.outputFormat.value = outputFormat;
  }

  #ask(onAsk) {
    const { prompt, outputFormat, pageType } = this.#form.elements;
    if (!prompt.value.trim()) {
      this.#complain('Write what the page is for, in a sentence.');
      return prompt.focus();
    }
    const limits = this.#connected ? this.#limits.value : {};
    if (Number.isNaN(limits.budgetUsd)) return this.#complain('Write an amount in dollars, such as 0.50.', 'budgetUsd');
    const model = this.#connected ? this.#choice.value : '';
    const sections = this.#sections.value;
    this.#sections.close();
    const request = { prompt: prompt.value.trim(), outputFormat: outputFormat.value, ...limits };
    onAsk({ ...request, ...(pageType.value && { pageType: pageType.value }), ...(model && { model }), ...(sections.length && { sections }) });
  }

  #label() {
    const idle = this.#connected ? 'Generate with AI' : 'Generate (built-in patterns)';
    document.getElementById('generate-label').textContent = this.#busy ? 'Generating...' : idle;
  }

  /** @param {string} reason @param {string} [field] the one to blame, when it is not the sentence */
  #complain(reason, field = '') {
    forgive();
    if (reason && (field === 'budgetUsd' || field === 'parallelism')) this.#limits.open();
    if (reason && field === 'sections') this.#sections.open();
    const elsewhere = reason && complainAt(field, reason.replace(`${field}: `, ''));
    const here = elsewhere ? '' : reason;
    this.#problem.textContent = here;
    this.#problem.hidden = !here;
    this.#prompt.toggleAttribute('aria-invalid', Boolean(here));
  }
}

function showMacKeys() {
  for (const [id, key] of [['submit-keys', '⌘ ↵'], ['ctrl-key', '⌘'], ['alt-key', '⌥']]) document.getElementById(id).textContent = key;
}
