/** Finding a client on the phone: by a part of its name or by pinyin initials, one letter is enough. */
import type { ClientCard } from './wire';

/** True when the name, or its pinyin initials, hold what was typed. */
export function matches(card: Pick<ClientCard, 'name'>, asked: string): boolean {
  const wanted = folded(asked);
  if (!wanted) return true;
  return folded(card.name).includes(wanted) || initialsOf(card.name).includes(wanted);
}

/** Another client of the same name, to ask before a second one is born. */
export function sameName<C extends Pick<ClientCard, 'id' | 'name'>>(
  cards: readonly C[],
  name: string,
  except: string,
): C | undefined {
  const wanted = folded(name);
  return wanted
    ? cards.find((card) => card.id !== except && folded(card.name) === wanted)
    : undefined;
}

/** "暖屿灯饰" → "nyds". The browser's pinyin order stands in for a table of all characters. */
export function initialsOf(name: string): string {
  return Array.from(folded(name), letterOf).join('');
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const LETTERS = 'abcdefghjklmnopqrstwxyz';
/** The first character of each letter in that order; about 1 in 200 has a second reading. */
const FIRSTS = Array.from('阿丷嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀');

function letterOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return /[\p{L}\p{N}]/u.test(character) ? character : '';
  const at = FIRSTS.findLastIndex((first) => byPinyin.compare(first, character) <= 0);
  return LETTERS[at] ?? '';
}
