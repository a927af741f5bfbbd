import { longDay } from '../kit/i18n/format';
import { IconButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { edit } from '../kit/ui/icons';
import type { CalendarDay } from './wire';
import { t } from './words-of-calendar';

interface Props {
  days: readonly CalendarDay[];
  /** Absent for those who may not decide. */
  onOpen?: (day: CalendarDay) => unknown;
}

/** Days that differ from the week and the public holidays, by their names. */
export function DecidedDays({ days, onOpen }: Props) {
  return (
    <section>
      <h2>{t('decided')}</h2>
      <Rows label={t('decided')}>
        {days.map((day) => (
          <Row
            key={day.day}
            title={day.name}
            meta={t(day.working ? 'worked' : 'free', { day: longDay(day.day) })}
            after={
              onOpen && (
                <IconButton
                  icon={edit}
                  label={t('rename', { day: longDay(day.day) })}
                  onClick={() => onOpen(day)}
                />
              )
            }
          />
        ))}
      </Rows>
    </section>
  );
}
