import { ApiError, login } from './builder/api.js';

const form = document.getElementById('login');
const field = document.getElementById('password');
const problem = document.getElementById('problem');
const submit = document.getElementById('submit');
const show = document.getElementById('show');

show.addEventListener('click', () => {
  const shown = field.type === 'password';
  field.type = shown ? 'text' : 'password';
  show.setAttribute('aria-pressed', String(shown));
  show.textContent = shown ? 'Hide' : 'Show';
  field.focus();
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (submit.getAttribute('aria-disabled') === 'true') return;
  busy(true);
  problem.textContent = '';
  try {
    await login(field.value);
    location.replace(next());
  } catch (refusal) {
    if (!(refusal instanceof ApiError)) throw refusal;
    problem.textContent = refusal.message;
    busy(false);
    field.setAttribute('aria-invalid', 'true');
    field.select();
    field.focus();
  }
});

field.addEventListener('input', () => field.removeAttribute('aria-invalid'));
// Not the attribute: on a phone it would open the keyboard over the page before anybody has read it.
if (matchMedia('(hover: hover)').matches) field.focus();

function busy(is) {
  submit.setAttribute('aria-disabled', String(is));
  submit.textContent = is ? 'Signing in…' : 'Sign in';
}

/** Where one wanted to go. Only to this very place: the address may have been written by somebody else. */
function next() {
  const home = new URL('./', location.href);
  const wanted = URL.parse(new URLSearchParams(location.search).get('next') ?? './', location.href);
  return wanted?.origin === home.origin && wanted.pathname.startsWith(home.pathname) ? wanted.href : home.href;
}
