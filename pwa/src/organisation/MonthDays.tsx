import { longDay, monthOf } from '../kit/i18n/format';
import { Hidden } from '../kit/ui/Hidden';
import { Pick, Picks } from '../kit/ui/Pick';
import { Tag } from '../kit/ui/Tag';
import type { Month } from './calendar';
import { weekdayName, WEEKDAYS } from './week';
import type { CalendarDay } from './wire';
import { t } from './words-of-calendar';

interface Props {
  month: Month;
  /** Absent for those who may not decide. */
  onTap?: (day: CalendarDay) => unknown;
}

/** A month as boxes to tick: what is ticked is worked. */
export function MonthDays({ month, onTap }: Props) {
  return (
    <Picks legend={monthOf(month.first)}>
      <div class="days">
        {WEEKDAYS.map((day) => (
          <span key={day} class="meta" aria-hidden="true">
            {weekdayName(day)}
          </span>
        ))}
        {Array.from({ length: month.blank }, (_, at) => (
          <span key={`blank-${at}`} />
        ))}
        {month.days.map((day) => (
          <Day key={day.day} day={day} {...(onTap && { onTap })} />
        ))}
      </div>
    </Picks>
  );
}

function Day({ day, onTap }: { day: CalendarDay; onTap?: Props['onTap'] }) {
  const content = (
    <>
      <span aria-hidden="true">{Number(day.day.slice(8))}</span>
      <Hidden>{said(day)}</Hidden>
    </>
  );
  if (!onTap) return <span>{day.working ? <Tag tone="ok">{content}</Tag> : content}</span>;
  return (
    <Pick many name="day" value={day.day} checked={day.working} onPick={() => onTap(day)}>
      {content}
    </Pick>
  );
}

function said({ day, working, name }: CalendarDay): string {
  const words = { day: longDay(day) };
  if (name === null) return t(working ? 'worked' : 'free', words);
  return t(working ? 'workedNamed' : 'freeNamed', { ...words, name });
}
