/** How late something is, from the moment its time was over. Pure. */
const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

export interface Lateness {
  /** The same key in every dictionary that says it. */
  key: 'minutesLate' | 'hoursLate' | 'daysLate';
  n: number;
}

/** Minutes below an hour, hours below a day; never less than a minute. */
export function lateness(from: string, until: number): Lateness {
  const over = Math.max(1, Math.floor((until - Date.parse(from)) / MINUTE));
  if (over < HOUR) return { key: 'minutesLate', n: over };
  if (over < DAY) return { key: 'hoursLate', n: Math.floor(over / HOUR) };
  return { key: 'daysLate', n: Math.floor(over / DAY) };
}
