/**
 * The keys that work from everywhere, the preview's document included.
 * @param {EventTarget} target
 * @param {{prompt: () => void, submit: () => void}} actions
 * @param {AbortSignal} signal
 */
export function listenForShortcuts(target, actions, signal) {
  const pressed = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.isComposing) return;
    if (event.altKey && event.code === 'KeyP') {
      event.preventDefault();
      actions.prompt();
    } else if (!event.altKey && event.key === 'Enter' && event.target.closest?.('#ask')) {
      event.preventDefault();
      actions.submit();
    }
  };
  target.addEventListener('keydown', pressed, { signal });
}
