import { online } from '../kit/api/network';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { evening } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { replayTonight } from './actions';
import type { DayAtHand } from './at-hand';
import { NoteLine } from './NoteLine';
import { notesOf, type Note } from './notes';
import { t } from './words-of-debrief';
import { t as tf } from './words-of-field';

/** The moments of the day in their order; what the client said, and a rescue, can be played again tonight. */
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
              <NoteLine key={one.id} ride={day} of={one}>
                <Replay day={day} of={one} />
              </NoteLine>
            ))}
          </ol>
        </div>
      )}
    </Card>
  );
}

function Replay({ day, of }: { day: DayAtHand; of: Note }) {
  if (!canReplay(of)) return null;
  if (day.replays.includes(of.id)) {
    return (
      <Tag tone="ok" icon={evening}>
        {tf('inDeck')}
      </Tag>
    );
  }
  const kind = of.kind === 'rescue' ? 'rescue' : 'moment';
  const ask = async () => {
    const undo = await replayTonight(day, { id: of.id, kind });
    say(tf('replayed'), online.peek() ? undefined : undo);
  };
  return (
    <Button icon={evening} onClick={ask}>
      {tf('replay')}
    </Button>
  );
}

/** There must be a client to play, and something that happened there. */
function canReplay({ kind, note }: Note): boolean {
  if (note.visit_id === null || kind === 'curbside') return false;
  return kind === 'rescue' || note.tag === 'heard' || note.tag === 'answered';
}
