/** Finding somebody among those already read: by a part of the name, its pinyin, or initials. */
import { matches } from '../clients/find';
import type { PersonRef } from './wire';

export function isFound(
  { family_name, given_name, latin_name }: PersonRef,
  asked: string,
): boolean {
  const name = family_name + given_name;
  return matches({ name }, asked) || matches({ name: latin_name }, asked);
}
