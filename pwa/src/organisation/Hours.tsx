/** A fixed hour that repeats: told in words, chosen, and ended with a reason. */
import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { dayOf } from '../kit/i18n/format';
import { Field, Select } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { longWeekdayName, WEEKDAYS, weekdayName } from './week';
import { t } from './words-of-hours';

export interface Hour {
  weekday: number;
  starts: string;
  every_weeks: number;
}

/** "Every 2 weeks, Thursday 16:30" */
export function rhythmOf({ weekday, starts, every_weeks: n }: Hour): string {
  const when = { weekday: longWeekdayName(weekday), starts };
  return n === 1 ? t('everyWeek', when) : t('everyWeeks', { ...when, n });
}

interface HourProps<H extends Hour> {
  hour: H;
  onChange: (hour: H) => unknown;
  /** Its rhythm is given by what it is: the last one of a month. */
  noRhythm?: boolean;
}

export function HourFields<H extends Hour>({ hour, onChange, noRhythm }: HourProps<H>) {
  const every = [
    { value: '1', label: t('one') },
    { value: '2', label: t('two') },
    { value: '4', label: t('four') },
  ];
  return (
    <>
      <Picks legend={t('weekday')}>
        <Chips>
          {WEEKDAYS.map((one) => (
            <Pick
              key={one}
              name="weekday"
              value={`${one}`}
              checked={one === hour.weekday}
              onPick={() => onChange({ ...hour, weekday: one })}
            >
              {weekdayName(one)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Field
        label={t('starts')}
        name="starts"
        type="time"
        value={hour.starts}
        onInput={(starts) => onChange({ ...hour, starts })}
      />
      {!noRhythm && (
        <Select
          label={t('every')}
          name="every_weeks"
          value={`${hour.every_weeks}`}
          options={every}
          onChange={(n) => onChange({ ...hour, every_weeks: Number(n) })}
        />
      )}
    </>
  );
}

interface EndProps {
  /** Ends it; a refusal is told in the sheet. */
  end: (end: { ends_on: string; end_reason: string }) => Promise<unknown>;
  onClose: () => unknown;
  /** What becomes of the dates after the last day. */
  children?: (lastDay: string) => ComponentChildren;
}

export function EndSheet({ end, onClose, children }: EndProps) {
  const [endsOn, setEndsOn] = useState(dayOf());
  const [reason, setReason] = useState('');
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: endsOn !== '' && reason.trim() !== '',
    send: async () => {
      await end({ ends_on: endsOn, end_reason: reason.trim() });
      onClose();
    },
  });
  return (
    <Sheet open title={t('endTitle')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field
          label={t('endsOn')}
          name="ends_on"
          type="date"
          min={dayOf()}
          value={endsOn}
          onInput={(day) => {
            setEndsOn(day);
            forget();
          }}
        />
        {children?.(endsOn)}
        <Field
          label={t('endReason')}
          name="end_reason"
          lines={2}
          maxLength={2000}
          value={reason}
          error={asked && !reason.trim() ? t('lackReason') : undefined}
          onInput={(words) => {
            setReason(words);
            forget();
          }}
        />
        <Problem of={problem} />
        <Ending busy={busy} save={t('endSave')} onClose={onClose} />
      </form>
    </Sheet>
  );
}
