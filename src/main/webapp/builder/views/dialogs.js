/**
 * Dialogs that are loaded when somebody wants them.
 * @param {(text: string, action?: {label: string, run: () => void}) => void} say
 */
export function dialogs(say) {
  let pages, links;
  return {
    /** All pages. @param {object} hooks */
    async history(hooks) {
      pages ??= import('./history.js').then(({ HistoryDialog }) => new HistoryDialog({ ...hooks, say }));
      (await pages).show();
    },
    /** Links to a page for others. @param {string} id */
    async links(id) {
      links ??= import('./share-panel.js').then(({ ShareDialog }) => new ShareDialog(say));
      (await links).show(id);
    },
  };
}
