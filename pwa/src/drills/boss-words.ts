/** The boss of a round in words. */
import type { Play } from './round';
import type { Mood, Temper } from './wire';
import { t } from './words-of-boss';

/** Whom the boss plays. */
export function bossName({ bossName: name, client }: Pick<Play, 'bossName' | 'client'>): string {
  return name ? t('bossAt', { name, client: client.name }) : t('bossOf', { client: client.name });
}

/** "Hasty · annoyed · a batch just came back": what kind of day the boss has. */
export function moodInWords({ temper, mood, note }: Persona): string {
  return [temper && t(temper), mood && t(mood).toLowerCase(), note?.trim()]
    .filter(Boolean)
    .join(' · ');
}

interface Persona {
  temper: Temper | null;
  mood: Mood | null;
  note: string | null;
}
