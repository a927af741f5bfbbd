import { Card } from '../kit/ui/Card';
import type { DayAtHand } from './at-hand';
import { NoteLine } from './NoteLine';
import { clientOf, notesOf } from './notes';
import { Replay } from './Replay';
import { t } from './words-of-debrief';
import { t as tf } from './words-of-field';

/** The moments of the day in their order, each with its client; both look at them together. */
export function MomentsCard({ day }: { day: DayAtHand }) {
  const notes = notesOf(day);
  return (
    <Card>
      <h2>{t('together')}</h2>
      {notes.length === 0 ? (
        <p class="meta">{t('noMoments')}</p>
      ) : (
        <div class="scroll" role="region" aria-label={tf('moments')} tabIndex={0}>
          <ol class="line">
            {notes.map((one) => (
              <NoteLine key={one.id} ride={day} of={one} where={clientOf(day, one)}>
                <Replay day={day} of={one} />
              </NoteLine>
            ))}
          </ol>
        </div>
      )}
    </Card>
  );
}
