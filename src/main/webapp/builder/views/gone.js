const notice = document.getElementById('gone');

/** A page that was deleted elsewhere stays on the screen, and says so. @param {import('../state.js').State} state */
export function showGone({ gone, sections }) {
  notice.hidden = !gone;
  document.body.toggleAttribute('data-gone', gone);
  const kept = sections.some(({ html }) => html);
  document.getElementById('gone-text').textContent = kept ? 'What you see can still be downloaded.' : 'Nothing of it is left.';
}
