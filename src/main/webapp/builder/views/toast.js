const STAY_MS = 4000;
const box = document.getElementById('toast');
let timer = 0;

/** A short remark that goes away by itself. @param {string} text */
export function toast(text) {
  clearTimeout(timer);
  box.textContent = text;
  box.dataset.shown = '';
  timer = setTimeout(() => delete box.dataset.shown, STAY_MS);
}
