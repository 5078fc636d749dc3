// Runs before the first paint, so that neither a chosen colour mode nor a page in the address flashes what is not wanted.
(() => {
  if (new URLSearchParams(location.search).has('page')) document.body.dataset.phase = 'opening';
  try {
    const mode = localStorage.getItem('pageloom.color-mode');
    if (mode === 'light' || mode === 'dark') document.documentElement.dataset.mode = mode;
  } catch {
    // Storage may be switched off: the system's mode holds.
  }
})();
