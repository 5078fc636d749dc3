/**
 * What a card's menu offers by now, and its quick action.
 * @typedef {{actions: import('../section-actions.js').SectionActions, connected: boolean, phase: import('../state.js').Phase, count: number,
 *   form: (kind: 'rewrite'|'retry', name: string) => void, add: (order: number, from: string) => void, remove: (name: string) => void}} Around
 * @typedef {import('./card-menu.js').Item} Item
 */

/** @param {import('../state.js').Section} section @param {Around} around @returns {Item[]} */
export function itemsOf(section, around) {
  const { name, order, revisions } = section;
  const { actions, count } = around;
  return [
    ...(section.html ? changes(section, around) : []),
    ...anew(section, around),
    ...(revisions ? [{ id: 'versions', label: 'Versions', run: () => actions.open('section-versions', name) }] : []),
    { id: 'up', label: 'Move up', begins: true, off: order === 0, run: () => actions.move(name, order - 1) },
    { id: 'down', label: 'Move down', off: order === count - 1, run: () => actions.move(name, order + 1) },
    { id: 'above', label: 'Add a section above', run: () => around.add(order, name) },
    { id: 'below', label: 'Add a section below', run: () => around.add(order + 1, name) },
    { id: 'remove', label: 'Remove', begins: true, danger: true, run: () => around.remove(name) },
  ];
}

function changes({ name, state, requested }, { actions, form }) {
  const own = [
    { id: 'edit', label: 'Edit text', run: () => actions.open('edit-section', name) },
    { id: 'html', label: 'Edit HTML', run: () => actions.open('edit-html', name) },
  ];
  const free = state === 'completed' && !requested;
  return free ? [{ id: 'rewrite', label: 'Rewrite...', run: () => form('rewrite', name) }, ...own] : own;
}

/** Having it made once more, where nobody is at it and it does not wait its turn. */
function anew({ name, state, requested }, { actions, connected, phase, form }) {
  const over = state === 'completed' || state === 'failed';
  const left = state === 'pending' && phase === 'cancelled' && !requested;
  if (!over && !left) return [];
  const first = !connected && state === 'completed' ? 'Try another layout' : left ? 'Make it' : 'Retry';
  const again = { id: 'retry', label: first, begins: state === 'completed', run: () => actions.retry(name) };
  return connected ? [again, { id: 'model', label: 'Retry with another model...', run: () => form('retry', name) }] : [again];
}

/** The one thing that is most likely wanted, or none. @param {import('../state.js').Section} section @param {Around} around */
export function quickOf(section, around) {
  const wanted = section.state === 'completed' ? (around.connected ? 'rewrite' : 'edit') : 'retry';
  return itemsOf(section, around).find(({ id }) => id === wanted);
}
