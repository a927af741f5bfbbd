/** By when "now" is answered, counted as the server will count it, also without a network. Pure. */
import { dayInSentence, dayOf, timeOf } from '../kit/i18n/format';

/** What this phone knows of the hours in which a helper's phone may ring. */
export interface Hours {
  organisation: { quiet_until: string; evening_closes: string };
  /** Absent from what an older version of the app has kept. */
  working_days?: readonly string[];
}

const WITHIN = 15;
const HOUR = 60;

/** "08:15" today, "tomorrow 08:15" while phones are silent; null when it is fifteen minutes, or when this phone knows no hours. */
export function answeredInTheMorning(of: Hours | undefined, at: Date): string | null {
  if (!of?.working_days) return null;
  const { quiet_until: opens, evening_closes: closes } = of.organisation;
  const [today, wall] = [dayOf(at), timeOf(at)];
  const isWorked = of.working_days.includes(today);
  if (isWorked && wall >= opens && later(wall) < closes) return null;
  if (isWorked && wall < opens) return later(opens);
  const day = of.working_days.find((one) => one > today);
  return day ? `${dayInSentence(day)} ${later(opens)}` : null;
}

function later(wall: string): string {
  const [hours = 0, minutes = 0] = wall.split(':').map(Number);
  const all = hours * HOUR + minutes + WITHIN;
  return [all / HOUR, all % HOUR]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}
