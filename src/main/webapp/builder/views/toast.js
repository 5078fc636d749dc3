const STAY_MS = 4000;
const STAY_TO_ACT_MS = 9000;
const box = document.getElementById('toast');
let timer = 0;

/**
 * A short remark that goes away by itself, but not while somebody is at it.
 * @param {string} text
 * @param {{label: string, run: () => void}} [action] what can be done about it at once
 */
export function toast(text, action) {
  box.replaceChildren(text);
  if (action) box.append(button(action));
  box.dataset.shown = '';
  leaveLater();
}

function button({ label, run }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => {
    leave();
    run();
  }, { once: true });
  return button;
}

function leaveLater() {
  clearTimeout(timer);
  timer = setTimeout(attended() ? leaveLater : leave, box.childElementCount ? STAY_TO_ACT_MS : STAY_MS);
}

const attended = () => box.matches(':hover') || box.contains(document.activeElement);

function leave() {
  clearTimeout(timer);
  delete box.dataset.shown;
}
