/** How a session is told in words. */
import { dayAndTime } from '../kit/i18n/day-and-time';
import { dayInSentence } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import type { Tone } from '../kit/ui/Tag';
import type { Session, SessionCard } from './wire';
import { t } from './words';

export function titleOf({ topic }: Pick<SessionCard, 'topic'>): string {
  return topic ?? t('noTopic');
}

/** "Gull 海鸥", or the managers' own track. */
export function whoseOf({ team, track }: SessionCard): string {
  if (!team) return t('management');
  const name = inMyLanguage(team.name);
  return track === 'newcomer' ? t('newcomersOf', { team: name }) : name;
}

export function whenOf({ day, starts }: Pick<SessionCard, 'day' | 'starts'>): string {
  return dayAndTime(day, starts);
}

export function stateOf({ state }: Pick<SessionCard, 'state'>): { tone?: Tone; words: string } {
  const done = state === 'closed' || state === 'made_up';
  return { ...(done && { tone: 'ok' as const }), words: t(state) };
}

/** Why it did not take place and when it is made up, or which one it makes up for. */
export function insteadOf(one: SessionCard): string | null {
  const { skip_reason: reason, made_up_by: later, makes_up: earlier } = one;
  if (reason) return t('because', { reason, day: later ? dayInSentence(later.day) : '' });
  return earlier && t('makesUp', { day: dayInSentence(earlier.day) });
}

/** What the reader has still to do of it. */
export function mineOf({ my_mark, my_practice, state }: SessionCard): string | null {
  if (my_practice === 'confirmed') return t('iConfirmed');
  if (my_practice === 'shown') return t('iShowed');
  if (my_mark === 'missed') return t('iMissed');
  return state === 'practising' ? t('iPractise') : null;
}

export function isOver({ state }: Pick<Session, 'state'>): boolean {
  return state === 'closed' || state === 'skipped' || state === 'made_up';
}
