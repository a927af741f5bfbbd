/** How a person and a bilingual text are written in the language of this phone. */
import { lang } from './lang';

export interface PersonName {
  family_name: string;
  given_name: string;
  latin_name?: string | null;
}

/** Null in a language nobody has written it in yet. */
export interface Bilingual {
  zh: string | null;
  en: string | null;
}

/** "林小满" · "Lin Xiaoman" */
export function fullName(person: PersonName): string {
  const own = `${person.family_name}${person.given_name}`;
  return lang.value === 'en' ? person.latin_name || own : own;
}

/** As colleagues call each other: "小满" · "Xiaoman"; nobody is called by one character, so "何静" · "Jing". */
export function callName(person: PersonName): string {
  if (lang.value === 'en') return person.latin_name?.split(' ').at(-1) || person.given_name;
  return Array.from(person.given_name).length > 1 ? person.given_name : fullName(person);
}

/** What stands in the avatar: the last two characters, or initials. */
export function shortName(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return Array.from(name).slice(-2).join('');
  const parts = name.trim().split(/\s+/);
  return parts
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
}

/** In my language where it is written, else in the other: words are never left out. */
export function inMyLanguage({ zh, en }: Bilingual): string {
  return (lang.value === 'en' ? (en ?? zh) : (zh ?? en)) ?? '';
}
