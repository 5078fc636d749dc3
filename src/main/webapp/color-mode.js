// Runs before the first paint, so a chosen colour mode never flashes the other one.
(() => {
  try {
    const mode = localStorage.getItem('pageloom.color-mode');
    if (mode === 'light' || mode === 'dark') document.documentElement.dataset.mode = mode;
  } catch {
    // Storage may be switched off: the system's mode holds.
  }
})();
