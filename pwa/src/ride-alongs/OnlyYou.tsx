import { Fold } from '../kit/ui/Card';
import type { DayAtHand } from './at-hand';
import { NoteLine } from './NoteLine';
import { clientOf, rescuesOf } from './notes';
import { Replay } from './Replay';
import { StepBack } from './StepBack';
import { t } from './words-of-field';

/** The mentor's own: closed, and alike whether there is anything in it, since both look at this tablet. */
export function OnlyYou({ day }: { day: DayAtHand }) {
  const rescues = rescuesOf(day);
  return (
    <Fold title={t('onlyYou')} meta={t('onlyYouWhy')}>
      {rescues.length === 0 && <p class="meta">{t('noRescue')}</p>}
      {rescues.length > 0 && (
        <ol class="line">
          {rescues.map((one) => (
            <NoteLine key={one.id} ride={day} of={one} where={clientOf(day, one)}>
              <Replay day={day} of={one} />
            </NoteLine>
          ))}
        </ol>
      )}
      <StepBack day={day} />
    </Fold>
  );
}
