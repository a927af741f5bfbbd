/** Not tonight, in words. Pure. */
import { capital, dayInSentence, dayOf, daysAfter } from '../kit/i18n/format';
import type { DayPart, Postponement, PostponeReason } from './wire';
import { t } from './words-of-postponing';

export const REASONS: readonly PostponeReason[] = [
  'family',
  'unwell',
  'on_the_road',
  'no_partner',
  'other',
];

/** As it is being chosen; nothing is chosen for anybody but the nearest time. */
export interface PostponingForm {
  reason: PostponeReason | null;
  words: string;
  /** Null is a day of one's own choice. */
  when: DayPart | null;
  day: string;
  part: DayPart;
}

export const BLANK: Readonly<PostponingForm> = {
  reason: null,
  words: '',
  when: 'morning',
  day: '',
  part: 'evening',
};

/** The day and its part; null while a day of one's own is not chosen, or does not lie ahead. */
export function chosenWhen(
  { when, day, part }: PostponingForm,
  { today, next }: { today: string; next: string },
): { to_day: string; to_part: DayPart } | null {
  if (when) return { to_day: next, to_part: when };
  return day > today ? { to_day: day, to_part: part } : null;
}

/** "tomorrow morning", "Monday evening", for the middle of a sentence. */
export function whenInWords({ to_day, to_part }: { to_day: string; to_part: DayPart }): string {
  const today = dayOf();
  if (to_day === today) return t(to_part === 'morning' ? 'todayMorning' : 'todayEvening');
  if (to_day === daysAfter(today, 1)) {
    return t(to_part === 'morning' ? 'tomorrowMorning' : 'tomorrowEvening');
  }
  return t(to_part === 'morning' ? 'morningOf' : 'eveningOf', { day: dayInSentence(to_day) });
}

export function whyInWords({ reason, words }: Pick<Postponement, 'reason' | 'words'>): string {
  return words ? t('whyWithWords', { reason: t(reason), words }) : t(reason);
}

export function postponedInWords(postponement: Postponement): string {
  return t('postponed', {
    why: whyInWords(postponement),
    when: capital(whenInWords(postponement)),
  });
}
