import { online } from '../kit/api/network';
import { Button } from '../kit/ui/Button';
import { evening } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { replayTonight } from './actions';
import type { DayAtHand } from './at-hand';
import type { Note } from './notes';
import { t } from './words-of-field';

/** What the client said, and a rescue, can be played again tonight. */
export function Replay({ day, of }: { day: DayAtHand; of: Note }) {
  if (!canReplay(of)) return null;
  if (day.replays.includes(of.id)) {
    return (
      <Tag tone="ok" icon={evening}>
        {t('inDeck')}
      </Tag>
    );
  }
  const kind = of.kind === 'rescue' ? 'rescue' : 'moment';
  const ask = async () => {
    const undo = await replayTonight(day, { id: of.id, kind });
    say(t('replayed'), online.peek() ? undefined : undo);
  };
  return (
    <Button icon={evening} onClick={ask}>
      {t('replay')}
    </Button>
  );
}

/** There must be a client to play, and something that happened there. */
function canReplay({ kind, note }: Note): boolean {
  if (note.visit_id === null || kind === 'curbside') return false;
  return kind === 'rescue' || note.tag === 'heard' || note.tag === 'answered';
}
