/** What the boss would say first, and where we know it from. */
import { relativeDay } from '../kit/i18n/format';
import { isSaid, sourceOf, wordsOf } from './reasons';
import type { SheetToPlay } from './round';
import type { DeckItem, Playbook } from './wire';
import { t } from './words-of-evening';
import { t as tr } from './words-of-reasons';

interface FirstWords {
  words: string;
  source: string;
}

/** What brought the card, then what was really heard; both before what is only expected. */
export function firstWords(
  { reasons, heard }: DeckItem,
  sheet: SheetToPlay | null,
  playbook: Playbook | undefined,
): FirstWords | null {
  for (const reason of reasons.filter(isSaid)) {
    const words = wordsOf(reason, playbook);
    if (words) return { words, source: sourceOf(reason) };
  }
  for (const said of heard) {
    const words = wordsOf(said, playbook);
    if (words) return { words, source: tr('heardHere', { when: relativeDay(said.on) }) };
  }
  const expected = sheet?.objections.items.find(({ words }) => words.trim());
  return expected ? { words: expected.words, source: t('expected') } : null;
}
