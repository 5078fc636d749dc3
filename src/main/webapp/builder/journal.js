import { progressLine } from './wording.js';

/**
 * The same story in the browser's console.
 * @param {import('./state.js').State} state
 * @param {import('./state.js').State} before
 */
export function journal(state, before) {
  if (state.pageId === before.pageId && state.sections.length === before.sections.length) {
    state.sections.forEach((section, at) => {
      const { state: stateBefore, attempt } = before.sections[at];
      const again = section.state === 'generating' && section.attempt !== attempt;
      if (section.state !== stateBefore || again) console.info(sentence(section));
    });
  }
  if (state.phase !== before.phase && state.phase !== 'generating' && state.phase !== 'empty') console.info(progressLine(state));
  if (state.line !== before.line && state.line === 'lost') console.info(progressLine(state));
}

function sentence({ name, state, error, attempt }) {
  if (state === 'completed') return `Section ${name} complete`;
  if (state === 'failed') return `Section ${name} failed: ${error}`;
  return attempt > 1 ? `Generating ${name}... (attempt ${attempt})` : `Generating ${name}...`;
}
