/** What the boss would say first, and where we know it from. */
import { relativeDay } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import type { SheetToPlay } from './round';
import type { DeckItem, Playbook } from './wire';
import { t } from './words-of-evening';

interface FirstWords {
  words: string;
  source: string;
}

/** What was really heard comes before what is only expected. */
export function firstWords(
  { heard }: DeckItem,
  sheet: SheetToPlay | null,
  playbook: Playbook | undefined,
): FirstWords | null {
  for (const { words, type_key, on } of heard) {
    const type = playbook?.objection_types.find(({ key }) => key === type_key);
    const said = words || (type && inMyLanguage(type.words));
    if (said) return { words: said, source: t('heardOn', { day: relativeDay(on) }) };
  }
  const expected = sheet?.objections.items.find(({ words }) => words.trim());
  return expected ? { words: expected.words, source: t('expected') } : null;
}
