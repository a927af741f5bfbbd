import { me } from '../kit/api/session';
import { refOf } from './seats';
import type { PersonRef } from './wire';

/** The person of this phone, as the others at the table are named. */
export function myself(): PersonRef | null {
  return me.value && refOf(me.value);
}
