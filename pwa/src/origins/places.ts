/** The screen that shows a record. Pure. */
import type { Opens } from './wire';

const PLACES: Record<Opens['screen'], (id: string) => string> = {
  visit: (id) => `/visits/${id}/check-in`,
  client: (id) => `/clients/${id}`,
  drill: (id) => `/drills/${id}`,
  ride_along: (id) => `/ride-alongs/${id}`,
  review: (id) => `/reviews/${id}`,
  goal: (id) => `/goals/${id}`,
  help_request: (id) => `/help-requests/${id}`,
  share: (id) => `/shares/${id}`,
  case: (id) => `/cases/${id}`,
  session: (id) => `/training/${id}`,
  commitment: (id) => `/promises?promise=${id}`,
};

export function placeOf({ screen, id }: Opens): string {
  return PLACES[screen](id);
}
