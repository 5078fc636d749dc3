/** How a card looks in each state. The utility names are part of the cards' contract. */
const LOOKS = {
  pending: { glyph: '○', text: 'Pending', card: 'bg-white border-gray-300 text-gray-500', mark: '' },
  waiting: { glyph: '○', text: 'Waiting', card: 'bg-white border-gray-300 text-gray-500', mark: '' },
  paused: { glyph: '⏸', text: 'Paused', card: 'bg-amber-50 border-amber-300', mark: '' },
  unmade: { glyph: '○', text: 'Not made', card: 'bg-white border-gray-300 text-gray-500', mark: '' },
  generating: { glyph: '⊙', text: 'Generating...', card: 'bg-blue-50 border-blue-400 animate-pulse', mark: 'animate-spin' },
  completed: { glyph: '✓', text: 'Done ✓', card: 'bg-green-50 border-green-300 shadow', mark: 'animate-bounce-once' },
  failed: { glyph: '✗', text: 'Failed', card: 'bg-red-50 border-red-300', mark: '' },
};

/** @param {import('../state.js').Section} section @param {import('../state.js').Phase} phase of its page */
export function lookOf({ state, requested }, phase) {
  if (state !== 'pending') return LOOKS[state];
  if (phase === 'paused') return LOOKS.paused;
  if (requested) return LOOKS.waiting;
  return phase === 'cancelled' ? LOOKS.unmade : LOOKS.pending;
}

/** Why it is as it is: a section that has a text keeps it when the next one fails. @param {import('../state.js').Section} section */
export function reasonOf({ state, error }) {
  if (!error) return '';
  return state === 'completed' ? `The last try failed; the text before it stays. ${error}` : error;
}
