// Runs before the first paint, so that nothing flashes or moves: the chosen colour mode, a page in the address, room for the choice of a model.
(() => {
  if (new URLSearchParams(location.search).has('page')) document.body.dataset.phase = 'opening';
  try {
    if (localStorage.getItem('pageloom.connected')) document.body.dataset.connected = '';
    const mode = localStorage.getItem('pageloom.color-mode');
    if (mode === 'light' || mode === 'dark') document.documentElement.dataset.mode = mode;
  } catch {
    // Storage may be switched off: the system's mode holds.
  }
})();
