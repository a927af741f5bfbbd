import { shortDay } from '../kit/i18n/format';
import { Card } from '../kit/ui/Card';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import type { DayAtHand } from './at-hand';
import { t } from './words';

const OUTCOMES = ['kept', 'partly', 'not'] as const;

/** Each day opens with the action of the one before. */
export function LastTime({ day: { last_time: last } }: { day: DayAtHand }) {
  if (!last) return null;
  const day = shortDay(last.day);
  const outcome = OUTCOMES.find((one) => one === last.outcome);
  return (
    <Card>
      <div class="row">
        <h2 class="grow">{t('lastTime')}</h2>
        {outcome && <Tag>{t(outcome)}</Tag>}
      </div>
      <p lang={languageOf(last.action)}>{last.action}</p>
      <p class="meta">
        {last.action_seen
          ? t('lastTimeSeen', { day, seen: last.action_seen })
          : t('lastTimeDay', { day })}
      </p>
    </Card>
  );
}
