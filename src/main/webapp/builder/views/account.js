import * as api from '../api.js';

const AGAIN_MS = 10_000;
const button = document.getElementById('sign-out');

/**
 * Who uses the builder, where that is asked: a way out, a word when the login is over, and links for
 * others where they are allowed.
 * @param {(text: string, action?: {label: string, run: () => void}) => void} say
 * @param {AbortSignal} signal
 */
export async function showAccount(say, signal) {
  let told = -Infinity;
  const tell = () => {
    if (performance.now() - told < AGAIN_MS) return;
    told = performance.now();
    // In a window of its own: what stands here, also half-written, stays.
    say('You were signed out. Nothing is lost: sign in, then go on here.', { label: 'Sign in', run: () => window.open('login.html', '_blank') });
  };
  window.addEventListener(api.SIGNED_OUT, tell, { signal });
  button.addEventListener('click', () => leave(say), { signal });
  const me = await api.me(signal).catch(() => null);
  if (!me) return;
  button.hidden = me.authentication !== 'password';
  document.getElementById('share').hidden = !me.sharing;
}

async function leave(say) {
  try {
    await api.logout();
    location.assign('login.html');
  } catch (problem) {
    say(problem.message);
  }
}
