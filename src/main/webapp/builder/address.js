const title = document.title;

/** The page shown, as the address bar has it: `?page=<id>`. */
export const pageInAddress = () => new URLSearchParams(location.search).get('page') ?? '';

/** @param {string} id '' for none */
export function showInAddress(id) {
  if (id === pageInAddress()) return;
  const url = new URL(location.href);
  url.searchParams.delete('page');
  if (id) url.searchParams.set('page', id);
  history.pushState(null, '', url);
}

/** @param {import('./state.js').State} state */
export function showInTitle(state) {
  document.title = state.title ? `${state.title} · ${title}` : title;
}
