/**
 * The keys that work from everywhere, the preview's document included.
 * @param {EventTarget} target
 * @param {{prompt: () => void, submit: () => void, undo: () => void, redo: () => void}} actions
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
    } else if (!event.altKey && !isWriting(event.target)) {
      const key = event.key.toLowerCase();
      const act = key === 'z' ? (event.shiftKey ? actions.redo : actions.undo) : key === 'y' && !event.metaKey ? actions.redo : undefined;
      if (act) event.preventDefault();
      act?.();
    }
  };
  target.addEventListener('keydown', pressed, { signal });
}

/** Fields undo what is typed in them; a dialog has its own mind. */
const isWriting = (target) => Boolean(target.closest?.('input, textarea, select, [contenteditable], dialog'));
