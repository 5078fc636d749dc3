const UNITS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];
const LONGEST_AGO_DAYS = 30;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** @param {string} instant ISO 8601 @returns {string} how long ago, as people say it; a date when it is long */
export function ago(instant) {
  const then = new Date(instant);
  const past = Date.now() - then.getTime();
  const unit = UNITS.find(([, ms]) => past >= ms);
  if (!unit) return 'just now';
  const count = Math.floor(past / unit[1]);
  return unit[0] === 'day' && count > LONGEST_AGO_DAYS ? date.format(then) : relative.format(-count, unit[0]);
}
