/** Which days are worked. One tap changes a day (调休), one more gives it back to the rule. */
import { useRef, useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { sentenceOf } from '../kit/form/problems';
import { dayOf, longDay } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { DayName } from './DayName';
import { DecidedDays } from './DecidedDays';
import { MonthDays } from './MonthDays';
import { decided, FARTHEST, lastDay, monthsOf, SPAN, withDay } from './calendar';
import { clearDay, setDay, useCalendar, useOrganisation } from './remote';
import type { CalendarDay } from './wire';
import { t } from './words-of-calendar';

export default function Calendar() {
  const [span, setSpan] = useState(SPAN);
  const [named, setNamed] = useState<CalendarDay | null>(null);
  const today = dayOf();
  const calendar = useCalendar(today, lastDay(today, span));
  const isDemo = useOrganisation().value?.demo;
  const days = useKept(calendar.value?.items);
  const isAdmin = me.value?.role === 'admin';
  const { tap, put } = deciding(calendar);
  return (
    <Page title={t('title')} meta={t('about')} back="/organisation" refresh={[calendar]}>
      <ReadNote of={calendar} />
      {days.length === 0 && !calendar.error && <Skeleton rows={6} />}
      {days.length > 0 && <p>{t(isAdmin ? 'howTo' : 'byAdmin')}</p>}
      {isDemo && isAdmin && <p class="meta">{t('demo')}</p>}
      {decided(days).length > 0 && (
        <DecidedDays days={decided(days)} {...(isAdmin && { onOpen: setNamed })} />
      )}
      {monthsOf(days).map((month) => (
        <MonthDays key={month.first} month={month} {...(isAdmin && { onTap: tap })} />
      ))}
      {calendar.value && span < FARTHEST && (
        <Button onClick={() => setSpan(span + SPAN)}>{t('further')}</Button>
      )}
      {named && (
        <DayName
          day={named}
          onClose={() => setNamed(null)}
          onName={(name) => put({ ...named, name })}
          onGiveBack={() => tap(named)}
        />
      )}
    </Page>
  );
}

/** What was shown stays while the months after it are on their way. */
function useKept(days: CalendarDay[] | undefined): readonly CalendarDay[] {
  const kept = useRef<readonly CalendarDay[]>([]);
  if (days) kept.current = days;
  return kept.current;
}

type Read = ReturnType<typeof useCalendar>;

/** Shown at once; when the server does not take it the day is as it was, and the sentence says why. */
function deciding(calendar: Read) {
  const show = (day: CalendarDay) =>
    calendar.change(({ items }) => ({ items: withDay(items, day) }));
  const put = (day: CalendarDay & { name: string }) => setDay(day.day, day.working, day.name);
  const giveBack = (day: CalendarDay) => clearDay(day.day);
  const told = async (was: CalendarDay, work: () => Promise<void>, done: string) => {
    try {
      await work();
      say(done, () => told(was, () => restore(was), t('renamed')));
    } catch (problem) {
      await show(was);
      say(sentenceOf(problem));
    }
  };
  const restore = (was: CalendarDay) =>
    was.name === null ? giveBack(was) : put({ ...was, name: was.name });
  const tap = async (day: CalendarDay) => {
    const words = { day: longDay(day.day) };
    if (day.name !== null) {
      return told(day, () => giveBack(day), t('byRule', words));
    }
    const working = !day.working;
    const name = t(working ? 'insteadWorked' : 'insteadFree');
    const changed = { ...day, working, name };
    await show(changed);
    return told(day, () => put(changed), t(working ? 'nowWorked' : 'nowFree', words));
  };
  return { tap, put };
}
