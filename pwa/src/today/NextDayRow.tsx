import { useEffect } from 'preact/hooks';
import { dayOf, daysAfter, longDay } from '../kit/i18n/format';
import { Row, Rows } from '../kit/ui/Card';
import { knownVisit } from '../visits/known';
import type { Birth } from './born';
import { stopsOf, visitsIn } from './day';
import { dayRead } from './remote';
import { unsentOfDay } from './unsent';
import { t } from './words';

/** The next working day, so that a plan just made is found again. */
export function NextDayRow({ day, rep }: { day: string; rep: Birth['rep'] }) {
  const resource = dayRead(day);
  useEffect(() => {
    if (!resource.value) void resource.reload();
  }, [resource]);
  const read = resource.value;
  const visits = visitsIn(
    stopsOf(read?.visits ?? [], unsentOfDay(), { day, rep, known: knownVisit }),
  );
  const isTomorrow = day === daysAfter(dayOf(), 1);
  return (
    <Rows>
      <Row
        href={`/?day=${day}`}
        title={isTomorrow ? t('tomorrow') : t('nextWorkingDay', { day: longDay(day) })}
        meta={visits > 0 ? t('visits', { n: visits }) : read && t('noVisits')}
      />
    </Rows>
  );
}
