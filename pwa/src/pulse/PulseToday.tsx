import { month } from '../kit/i18n/format';
import { Row, Rows } from '../kit/ui/Card';
import { usePulse } from './remote';
import { t } from './words-of-row';

/** In the last working days of a month, until it is answered or skipped; else nothing. */
export function PulseToday() {
  const asked = usePulse().value?.asked;
  if (!asked) return null;
  return (
    <Rows>
      <Row href="/pulse" title={t('asked', { month: month(`${asked}-01`) })} meta={t('askedWhy')} />
    </Rows>
  );
}
