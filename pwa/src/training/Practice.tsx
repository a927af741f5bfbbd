import { useEffect, useState } from 'preact/hooks';
import { objectionsInWords } from '../clients/objection-types';
import { playbookRead } from '../clients/remote';
import { dayInSentence } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { confirm } from './actions';
import { isOver } from './in-words';
import { skillName } from './Lesson';
import type { Evidence, Session } from './wire';
import TriedSheet from './TriedSheet';
import { t } from './words-of-session';

const WHERE = {
  visit: 'atVisit',
  round: 'inRound',
  ride_along: 'onRide',
  review: 'inReview',
} as const;

/** What to try until when, and what was tried as far as I may see it. */
export function Practice({ session }: { session: Session }) {
  const [isTelling, setTelling] = useState(false);
  const { practice, evidence } = session;
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  const canTell = session.learns && session.held_at !== null && !isOver(session);
  return (
    <Card>
      <h2>{t('practice')}</h2>
      {practice ? <p>{told(practice)}</p> : <p class="meta">{t('practiceNone')}</p>}
      {practice?.words && <p lang={languageOf(practice.words)}>{practice.words}</p>}
      {evidence.map((one) => (
        <Tried key={one.id} session={session} evidence={one} />
      ))}
      {canTell && <Button onClick={() => setTelling(true)}>{t('tried')}</Button>}
      <p class="meta">{t(session.track === 'management' ? 'whoSeesManagers' : 'whoSees')}</p>
      {isTelling && <TriedSheet session={session} onClose={() => setTelling(false)} />}
    </Card>
  );
}

function told({ kind, type_key, skill_key, due }: NonNullable<Session['practice']>): string {
  const on = [
    type_key && (objectionsInWords()[type_key] ?? type_key),
    skill_key && skillName(skill_key),
  ];
  return [t(kind), ...on, t('due', { day: dayInSentence(due) })].filter(Boolean).join(' · ');
}

function Tried({ session, evidence }: { session: Session; evidence: Evidence }) {
  const { person, words, origin, confirmed_at, confirmed_by, may_confirm } = evidence;
  const name = fullName(person);
  const waits = confirmed_at === null;
  return (
    <div class="stack">
      <div class="row" id={`tried-${evidence.id}`}>
        <Ava name={name} />
        <p class="grow">
          <strong>{name}</strong>
          <br />
          <span class="meta">{t(WHERE[origin.kind])}</span>
        </p>
        <Tag {...(!waits && { tone: 'ok' as const })}>
          {waits
            ? t('unconfirmed')
            : t('confirmed', { name: confirmed_by ? fullName(confirmed_by) : '' })}
        </Tag>
      </div>
      <p lang={languageOf(words)}>{words}</p>
      {waits && may_confirm && (
        <Button describedBy={`tried-${evidence.id}`} onClick={() => confirm(session, evidence)}>
          {t('confirm')}
        </Button>
      )}
    </div>
  );
}
