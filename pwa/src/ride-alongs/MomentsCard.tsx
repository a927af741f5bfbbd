import { Card } from '../kit/ui/Card';
import type { DayAtHand } from './at-hand';
import { NoteLine } from './NoteLine';
import { clientOf, notesOf, type Note } from './notes';
import { Replay } from './Replay';
import { t } from './words-of-debrief';
import { t as tf } from './words-of-field';

/** The moments of the day in their order and by client; while it is written they scroll in their own place. */
export function MomentsCard({ day, whole = false }: { day: DayAtHand; whole?: boolean }) {
  const notes = notesOf(day);
  const list = (
    <ol class="line">
      {notes.map((one, at) => (
        <NoteLine key={one.id} ride={day} of={one} where={whereOf(day, one, notes[at - 1])}>
          <Replay day={day} of={one} />
        </NoteLine>
      ))}
    </ol>
  );
  return (
    <Card>
      <h2>{t('together', { n: 2 })}</h2>
      {notes.length === 0 ? (
        <p class="meta">{t('noMoments')}</p>
      ) : whole ? (
        list
      ) : (
        <div class="scroll" role="region" aria-label={tf('moments')} tabIndex={0}>
          {list}
        </div>
      )}
    </Card>
  );
}

/** Named once, for all that happened there in a row. */
function whereOf(day: DayAtHand, note: Note, before: Note | undefined): string | null {
  const client = clientOf(day, note);
  return before && clientOf(day, before) === client ? null : client;
}
