import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import type { DayAtHand } from './at-hand';
import { NoteLine } from './NoteLine';
import { notesOf, type Note } from './notes';
import type { Moment, RideVisit } from './wire';
import { WordsSheet } from './WordsSheet';
import { t } from './words-of-field';

interface Props {
  day: DayAtHand;
  visit: RideVisit | null;
}

/** What happened at this client, both sets of notes side by side. */
export function Notes({ day, visit }: Props) {
  // The note itself and not its id: while it is sent it may be missing from the list for a moment, and what is typed stays.
  const [chosen, setChosen] = useState<Moment | null>(null);
  const notes = notesOf(day, visit?.visit_id ?? null);
  return (
    <Card>
      <h2>
        {t('moments')} <span class="meta">{t('momentsWhy')}</span>
      </h2>
      {notes.length === 0 ? (
        <p class="meta">{t('noMoments')}</p>
      ) : (
        <ol class="line">
          {notes.map((one) => (
            <NoteLine key={one.id} ride={day} of={one}>
              {lacksWords(one) && (
                <Button look="quiet" onClick={() => setChosen(one.note)}>
                  {t('addWords')}
                </Button>
              )}
            </NoteLine>
          ))}
        </ol>
      )}
      {chosen && <WordsSheet day={day} moment={chosen} onClose={() => setChosen(null)} />}
    </Card>
  );
}

/** Only whoever noted it puts it in words. */
function lacksWords(one: Note): one is Extract<Note, { kind: 'moment' }> {
  return one.kind === 'moment' && !one.note.words && one.note.by.id === me.value?.id;
}
