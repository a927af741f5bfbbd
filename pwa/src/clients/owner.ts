import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import type { PersonRef } from './wire';

/** Whose client it is, by name; null for my own, where it goes without saying. */
export function ownerNameOf(owner: PersonRef): string | null {
  return isMine(owner) ? null : fullName(owner);
}

export function isMine(owner: PersonRef): boolean {
  return owner.id === me.value?.id;
}
