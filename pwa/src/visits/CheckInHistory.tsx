import { useEffect } from 'preact/hooks';
import { me } from '../kit/api/session';
import { dayInSentence, dayOf, momentInSentence } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import type { FieldWords } from '../kit/outbox';
import { Note } from '../kit/ui/Tag';
import { edit, tray } from '../kit/ui/icons';
import { Row, Rows } from '../kit/ui/Card';
import { unsentCheckIn, type VisitAtHand } from './actions';
import { isEveningOver } from './evening-hours';
import { fieldWords } from './label';
import { unsentReality } from './reality-outbox';
import { meRead } from '../people/me-remote';
import type { Amendment } from './wire';
import { t as tc } from './words-of-check-in';

/** What a change means now: not sent yet, still open, or visible beside what stood before. */
export function StandingNote({ visit, day }: { visit: VisitAtHand; day: string }) {
  if (unsentCheckIn(visit.id) ?? unsentReality(visit.id))
    return <Note icon={tray}>{tc('notSentYet')}</Note>;
  if (!visit.checkIn) return null;
  return <EditNote day={day} />;
}

function EditNote({ day }: { day: string }) {
  const settings = meRead();
  useEffect(() => {
    if (!settings.value) void settings.reload();
  }, [settings]);
  const time = settings.value?.organisation.evening_closes;
  if (!time) return null;
  return (
    <Note icon={edit}>{isEveningOver(day, time) ? tc('closed') : tc('editing', { time })}</Note>
  );
}

/** Of a day that is over: when it came, if that was later, and the other visits of that day. */
export function OfThatDay({ visit, day }: { visit: VisitAtHand; day: string }) {
  if (!visit.checkIn || day >= dayOf() || me.value?.role !== 'rep') return null;
  const { late, received_at } = visit.checkIn;
  return (
    <>
      {late && <p class="meta">{tc('cameLater', { day: dayInSentence(dayOf(received_at)) })}</p>}
      <a class="link" href={`/?day=${day}`}>
        {tc('thatDay', { day: dayInSentence(day) })}
      </a>
    </>
  );
}

/** Corrections made after the evening closed: nothing is overwritten unseen. */
export function Amendments({ of }: { of: readonly Amendment[] }) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{tc('changedLater')}</h2>
      <Rows>
        {of.map((amendment) => (
          <Row
            key={amendment.id}
            title={inWords(amendment)}
            meta={tc('amendedBy', {
              who: fullName(amendment.by),
              when: momentInSentence(amendment.at),
            })}
          />
        ))}
      </Rows>
    </section>
  );
}

function inWords({ field, before, after }: Amendment): string {
  const known: Partial<Record<string, FieldWords>> = {
    ...fieldWords(),
    voice_note: { name: tc('voice_note') },
  };
  const { name, options } = known[field] ?? { name: field };
  const said = (value: string | null) => (value && (options?.[value] ?? value)) || tc('nothing');
  return tc('amended', { field: name, before: said(before), after: said(after) });
}
