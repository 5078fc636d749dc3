const FIELDS = { model: 'model', budgetUsd: 'budget', parallelism: 'parallelism', sections: 'section-1' };
const PLACES = { ...FIELDS, sections: 'sections' };

/**
 * Says beside a field what is wrong with it.
 * @param {string} field of the request @param {string} reason '' takes it back
 * @returns {boolean} whether there is such a field on the screen
 */
export function complainAt(field, reason) {
  const input = document.getElementById(FIELDS[field]);
  const place = document.getElementById(`${PLACES[field]}-problem`);
  if (!input || !place) return false;
  place.textContent = reason;
  place.hidden = !reason;
  if (reason) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
  if (!reason) return true;
  input.focus();
  place.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Takes every remark at a field back. */
export function forgive() {
  for (const field of Object.keys(FIELDS)) complainAt(field, '');
}
