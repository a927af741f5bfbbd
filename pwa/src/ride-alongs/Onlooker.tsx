import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import type { DayAtHand } from './at-hand';
import { t } from './words';

/** The apprentice's own mentor and manager read the debrief; the notes of the way are not theirs. */
export function Onlooker({ day }: { day: DayAtHand }) {
  return (
    <Card>
      <p>{t('onlyDebrief')}</p>
      {day.debrief && (
        <LinkButton look="main" href={`/ride-alongs/${day.id}/debrief`}>
          {t('openDebrief')}
        </LinkButton>
      )}
    </Card>
  );
}
