const KEY = 'pageloom.color-mode';
const system = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;

const isDark = () => (root.dataset.mode ? root.dataset.mode === 'dark' : system.matches);

/** Light and dark for the builder itself: the system's until the person chooses. @param {AbortSignal} signal */
export function offerColorModes(signal) {
  const button = document.getElementById('color-mode');
  const label = () => button.setAttribute('aria-label', isDark() ? 'Use light colours' : 'Use dark colours');
  button.addEventListener('click', () => {
    root.dataset.mode = isDark() ? 'light' : 'dark';
    remember(KEY, root.dataset.mode);
    label();
  }, { signal });
  system.addEventListener('change', label, { signal });
  label();
}

/** @param {string} key @param {string} value kept when the browser lets us */
export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be switched off: the choice lasts as long as the page.
  }
}

/** @param {string} key @returns {string} '' when nothing is kept */
export function remembered(key) {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
