import { useState } from 'preact/hooks';
import { dayInSentence } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Card } from '../kit/ui/Card';
import { Seg } from '../kit/ui/Seg';
import { mark } from './actions';
import { isOver } from './in-words';
import { MissedSheet } from './ReasonSheets';
import type { Attendance as Line, PersonRef, Session } from './wire';
import { t } from './words-of-session';

type Mark = NonNullable<Line['mark']>;

/** Who was there: seen by those who run the class, and by each of their own. */
export default function Attendance({ session }: { session: Session }) {
  const [missing, setMissing] = useState<PersonRef | null>(null);
  const pick = (person: PersonRef) => (picked: Mark) =>
    picked === 'missed' ? setMissing(person) : void mark(session, person, { mark: picked });
  return (
    <Card>
      <h2>{t('came')}</h2>
      {session.attendance.map((line) => (
        <Marked
          key={line.person.id}
          line={line}
          still={isOver(session)}
          onPick={pick(line.person)}
        />
      ))}
      {missing && (
        <MissedSheet
          key={missing.id}
          session={session}
          person={missing}
          onClose={() => setMissing(null)}
        />
      )}
    </Card>
  );
}

interface Props {
  line: Line;
  still: boolean;
  onPick: (mark: Mark) => unknown;
}

function Marked({ line, still, onPick }: Props) {
  const { person, mark: marked, reason, make_up_day: day } = line;
  const name = fullName(person);
  const wasMissed = marked === 'missed' || marked === 'caught_up';
  const options = [
    { value: 'came' as const, label: t('here') },
    { value: 'missed' as const, label: t('missed') },
    ...(wasMissed ? [{ value: 'caught_up' as const, label: t('caughtUp') }] : []),
  ];
  const why = reason && day && t('madeUpOn', { reason, day: dayInSentence(day) });
  if (still) {
    const said = options.find(({ value }) => value === marked)?.label;
    return (
      <p class="row">
        <span class="grow">{name}</span>
        <span class="meta">{[said, why].filter(Boolean).join(' · ')}</span>
      </p>
    );
  }
  return (
    <div>
      <Seg
        legend={name}
        showLegend
        name={`came-${person.id}`}
        options={options}
        value={marked}
        onChange={onPick}
      />
      {why && <p class="meta">{why}</p>}
    </div>
  );
}
