import { progressLine, totalLine } from '../wording.js';

const line = document.getElementById('progress');
const cost = document.getElementById('total');
const track = document.getElementById('track');
const origin = document.getElementById('origin');

/** The progress line, its bar, what it costs, and who made the sections. @param {import('../state.js').State} state */
export function showProgress(state) {
  const { sections, phase } = state;
  const over = sections.filter((one) => one.state === 'completed' || one.state === 'failed').length;
  showLine(progressLine(state));
  line.dataset.tone = tone(state);
  track.style.setProperty('--done', sections.length ? String(over / sections.length) : '0');
  cost.textContent = totalLine(state);
  cost.hidden = !cost.textContent && !state.model;
  const patterns = phase === 'completed' && sections.some((one) => one.author === 'pattern');
  origin.textContent = patterns ? 'Made from built-in patterns, without a model.' : '';
}

/** The sign is drawn, as not every system has it; the text stays whole. */
function showLine(text) {
  if (line.textContent === text) return;
  const sign = text.startsWith('✅') ? document.createElement('span') : '';
  if (sign) sign.append('✅');
  line.replaceChildren(sign, sign ? text.slice(1) : text);
}

function tone({ phase, line: connection, sections }) {
  if (connection === 'lost') return 'warn';
  if (phase === 'stopped') return 'bad';
  if (phase === 'paused' || phase === 'cancelled') return 'warn';
  if (phase === 'completed') return sections.some((one) => one.state === 'failed') ? 'bad' : 'good';
  return 'busy';
}
