import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import type { DayAtHand } from './at-hand';
import { NoteLine } from './NoteLine';
import { notesOf, type Note } from './notes';
import type { RideVisit } from './wire';
import { WordsSheet } from './WordsSheet';
import { t } from './words-of-field';

interface Props {
  day: DayAtHand;
  visit: RideVisit | null;
}

/** What happened at this client, both sets of notes side by side. */
export function Notes({ day, visit }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const notes = notesOf(day, visit?.visit_id ?? null);
  const chosen = day.moments.find(({ id }) => id === open);
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
                <Button look="quiet" onClick={() => setOpen(one.id)}>
                  {t('addWords')}
                </Button>
              )}
            </NoteLine>
          ))}
        </ol>
      )}
      {chosen && <WordsSheet day={day} moment={chosen} onClose={() => setOpen(null)} />}
    </Card>
  );
}

/** Only whoever noted it puts it in words. */
function lacksWords(one: Note): boolean {
  return one.kind === 'moment' && !one.note.words && one.note.by.id === me.value?.id;
}
