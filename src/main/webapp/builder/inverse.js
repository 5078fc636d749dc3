/**
 * @typedef {{type: string} & Record<string, any>} Command
 */

/**
 * What takes a command back, from the page as it is before it.
 * @param {import('./state.js').State} state
 * @param {Command & {id: string}} order
 * @param {Map<string, Command>} adds commands that added a section, by their id
 * @returns {Command[]}
 */
export function inverse(state, order, adds) {
  const one = state.sections.find(({ name }) => name === order.section);
  switch (order.type) {
    case 'write':
    case 'restore':
    case 'retry':
    case 'rewrite':
      if (!one) return [{ type: 'remove', section: order.section }];
      return one.revision ? [{ type: 'restore', section: one.name, revision: one.revision }] : [];
    case 'remove':
      return one ? backAgain(one, adds) : [];
    case 'move':
      return one ? [{ type: 'move', section: one.name, order: one.order }] : [];
    case 'add':
      return [{ type: 'remove', added: order.id, section: order.name }];
    case 'theme': {
      const { palette, mode, type, radius, density } = state.theme;
      return [{ type: 'theme', theme: { palette, mode, type, radius, density } }];
    }
    case 'rename':
      return [{ type: 'rename', title: state.title }];
    default:
      return [];
  }
}

/** One without a content has no revision to bring back: it is made anew. */
function backAgain({ name, order, revision, model, addedBy }, adds) {
  if (revision) return [{ type: 'restore', section: name, revision }, { type: 'move', section: name, order }];
  return [{ ...(adds.get(addedBy) ?? { type: 'add', name, ...(model && { model }) }), order }];
}
