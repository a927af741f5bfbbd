import type { Visit } from './wire';

const SHOWN = 6;

export interface Heard {
  id: string;
  type_key: string | null;
  words: string | null;
  day: string;
}

/** What a client said at its visits, newest first; the client's own words before bare types. */
export function heardIn(visits: readonly Visit[]): Heard[] {
  return visits
    .flatMap(({ day, check_in }) =>
      (check_in?.objections ?? []).map((objection) => ({ ...objection, day })),
    )
    .sort((a, b) => b.day.localeCompare(a.day) || Number(!a.words) - Number(!b.words))
    .slice(0, SHOWN);
}
