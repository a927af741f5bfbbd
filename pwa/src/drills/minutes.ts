import { meRead } from '../people/me-remote';

const USUAL_MINUTES = 6;

/** How long a round is played, as the organisation has decided. */
export function roundMinutes(): number {
  return meRead().value?.organisation.round_minutes ?? USUAL_MINUTES;
}
