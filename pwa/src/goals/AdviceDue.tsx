import { dayInSentence, dayOf } from '../kit/i18n/format';
import { clock } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { t } from './words';

/** The promise is the manager's, so that it is late is shown to the manager: a clock and the day in words, no red. */
export function AdviceDue({ day }: { day: string }) {
  if (day >= dayOf()) return <Tag>{t('adviceBy', { day: dayInSentence(day) })}</Tag>;
  return (
    <Tag tone="wait" icon={clock}>
      {t('adviceWasFor', { day: dayInSentence(day) })}
    </Tag>
  );
}
