const part = (id) => document.getElementById(id);

/** Which parts of the builder are there at all. @type {(state: import('../state.js').State, before: import('../state.js').State) => void} */
export function showShell(state, before) {
  const { phase, sections } = state;
  const empty = phase === 'empty';
  if (state.pageId !== before.pageId) delete document.body.dataset.painted;
  document.body.dataset.phase = phase;
  part('new-page').hidden = empty;
  part('work').hidden = empty;
  part('recents').hidden = !empty;
  part('export-button').disabled = !sections.some((section) => section.state === 'completed');
}

/** On a small screen: the cards come up, and the on-screen keyboard goes. */
export function showWork() {
  if (!matchMedia('(max-width: 1023.98px)').matches) return;
  part('panel-build').scrollTo({ top: part('work').offsetTop - part('panel-build').offsetTop });
  if (matchMedia('(pointer: coarse)').matches) document.activeElement.blur();
}
