/** What becomes of an objection after the visit: it comes back (tonight, +3 working days), or it is settled. */
import { useEffect } from 'preact/hooks';
import { dayInSentence, dayOf } from '../kit/i18n/format';
import { workingDayAfter } from './days-ahead';
import { calendar } from './remote';
import type { Result } from './wire';
import { t } from './words-of-reality';

/** Working days until a lost objection comes back for the first time, as the server lays it. */
const FIRST_RETURN = 3;

export interface After {
  /** The day of the visit. */
  day: string;
  /** As the server has laid it; empty while it does not know yet. */
  returnsOn?: readonly string[] | undefined;
}

interface Sentences {
  back: 'comesBack' | 'notedComesBack';
  later: 'comesBackLater' | 'notedComesBackLater';
}

/** One line under the words; null where nothing follows. */
export function becomes(result: Result, after: After): string | null {
  if (result === 'answered') return t('held');
  if (result === 'partly') return isTonight(after) ? t('onceMore') : null;
  if (result === 'not_raised') return null;
  return comesBack(after, { back: 'comesBack', later: 'comesBackLater' });
}

/** What the phone says after saving: first what is still to be done. */
export function saidAfterSaving(results: readonly Result[], after: After): string | null {
  const lost = { back: 'notedComesBack', later: 'notedComesBackLater' } as const;
  if (results.includes('not_answered')) return comesBack(after, lost);
  if (results.includes('partly')) return isTonight(after) ? t('notedOnceMore') : null;
  const n = results.filter((result) => result === 'answered').length;
  return n > 0 ? t('notedHeld', { n }) : null;
}

/** The days that are worked, read once for the sentences above. */
export function useCalendar(): void {
  const days = calendar();
  useEffect(() => {
    if (!days.value) void days.reload();
  }, [days]);
}

function comesBack({ day, returnsOn = [] }: After, { back, later }: Sentences): string | null {
  const on = returnsOn[0] ?? workingDayAfter(day, FIRST_RETURN, calendar().value?.items);
  if (!on || on <= dayOf()) return null;
  return t(isTonight({ day }) ? back : later, { day: dayInSentence(on) });
}

function isTonight({ day }: After): boolean {
  return day === dayOf();
}
