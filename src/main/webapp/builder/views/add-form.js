import { html, nothing, render } from 'lit-html';
import { inWords } from '../section-actions.js';
import { ModelField } from './model-field.js';

/** A section that is not there yet: what it is called, and, where a model is connected, what it is to say and who writes it. */
export class AddForm {
  element = document.createElement('form');
  #around;
  #model;
  #name = '';
  #instruction = '';
  #problem = '';
  #busy = false;

  /**
   * @param {{models: import('../api.js').Models, model: string, kinds: string[], actions: import('../section-actions.js').SectionActions,
   *   place: () => number, onClose: (done: boolean) => void, signal: AbortSignal}} around
   */
  constructor(around) {
    this.#around = around;
    const { models, model, signal } = around;
    this.#model = new ModelField('add-model', models.models ?? [], model, signal);
    const { element } = this;
    element.className = 'card-form';
    element.noValidate = true;
    element.ariaLabel = 'Add a section';
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    element.addEventListener('keydown', (event) => {
      const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (!sends && (event.key !== 'Escape' || event.defaultPrevented)) return;
      event.preventDefault();
      if (sends) this.#send();
      else around.onClose(false);
    });
    this.#draw();
  }

  focus() {
    this.element.querySelector('input').focus();
  }

  async #send() {
    if (this.#busy) return;
    const name = this.#name.trim();
    if (!name) return this.#complain('Write what the section is called, such as Pricing.');
    this.#busy = true;
    this.#complain('');
    const instruction = this.#instruction.trim();
    const { actions, place, onClose } = this.#around;
    const problem = await actions.add({ name, order: place(), ...(instruction && { instruction }), ...(this.#model.value && { model: this.#model.value }) });
    this.#busy = false;
    if (problem) this.#complain(inWords(problem));
    else onClose(true);
  }

  #complain(problem) {
    this.#problem = problem;
    this.#draw();
    if (problem) this.focus();
  }

  #draw() {
    const { models, kinds, onClose } = this.#around;
    render(html`<label for="add-name">New section</label>
      <input id="add-name" type="text" list="add-kinds" maxlength="60" autocomplete="off" placeholder="Pricing" aria-describedby="add-problem" aria-invalid=${this.#problem ? 'true' : nothing}
        .value=${this.#name} @input=${({ target }) => (this.#name = target.value)}>
      <datalist id="add-kinds">${kinds.map((kind) => html`<option value=${kind}></option>`)}</datalist>
      ${models.connected ? this.#wishes() : nothing}
      <p class="problem" id="add-problem" role="alert" ?hidden=${!this.#problem}>${this.#problem}</p>
      <div class="form-tools"><button type="submit" class="button strong" aria-disabled=${String(this.#busy)}>Add</button>
        <button type="button" class="button quiet" @click=${() => onClose(false)}>Cancel</button></div>`, this.element);
  }

  #wishes() {
    return html`<label for="add-instruction">What is it to say? <span>(optional)</span></label>
      <textarea id="add-instruction" rows="2" maxlength="4000" .value=${this.#instruction} @input=${({ target }) => (this.#instruction = target.value)}></textarea>
      ${this.#model.element}`;
  }
}
