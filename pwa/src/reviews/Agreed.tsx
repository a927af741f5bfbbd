import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { longDay, dayOf } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { check } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { Facts } from './Facts';
import { LastTime } from './LastTime';
import { HostsWords, PersonsWords } from './Parts';
import { Promises } from './Promises';
import { partName } from './Talk';
import { LeaveSheet, TakeSheet } from './TimeSheets';
import type { Agreement, Review } from './wire';
import { t } from './words-of-review';
import { t as tt } from './words-of-talk';

/** What both saw and agreed on; of a proposal, whether they take it. */
export default function Agreed({ review }: { review: Review }) {
  if (review.state === 'proposed') return <Proposal review={review} />;
  if (review.agreed_at === null) return null;
  const sides = [review.host.id, review.person?.id ?? ''];
  return (
    <div class="stack split half">
      <div class="stack">
        <Note tone="ok" icon={check}>
          {t(review.person ? 'held' : 'heldTeam', { day: longDay(dayOf(review.agreed_at)) })}
          <br />
          {tt('closed')}
          <br />
          {t('whoAgreed', { names: review.agreements.map(nameOf).join(DOT) })}
        </Note>
        <Promises review={review} mayWrite={false} />
        <Answers review={review} />
      </div>
      <div class="stack">
        {review.last_time && <LastTime before={review.last_time} sides={sides} />}
        {review.persons_part && <PersonsWords review={review} />}
        {review.hosts_part && <HostsWords review={review} />}
        <Facts review={review} />
      </div>
    </div>
  );
}

/** On whose device somebody tapped is said when it was not the own one. */
function nameOf({ person, recorded_by: by }: Agreement): string {
  const name = fullName(person);
  return by.id === person.id ? name : t('onDevice', { name, other: fullName(by) });
}

function Answers({ review }: { review: Review }) {
  const told = review.questions.filter(({ answer }) => answer);
  if (told.length === 0) return null;
  return (
    <Card>
      <h2 class="hide">{tt('talk')}</h2>
      {told.map((one) => (
        <div key={one.key}>
          <h3>{partName(one)}</h3>
          <p class="meta">{inMyLanguage(one.text)}</p>
          <p lang={languageOf(one.answer ?? '')}>{one.answer}</p>
        </div>
      ))}
    </Card>
  );
}

function Proposal({ review }: { review: Review }) {
  const [open, setOpen] = useState<'take' | 'leave' | null>(null);
  const isSide = [review.host.id, review.person?.id].includes(me.value?.id);
  return (
    <Card>
      <p class="big">{t('proposal')}</p>
      {isSide && (
        <div class="row">
          <Button look="main" grow onClick={() => setOpen('take')}>
            {t('take')}
          </Button>
          <Button onClick={() => setOpen('leave')}>{t('leave')}</Button>
        </div>
      )}
      {open === 'take' && <TakeSheet review={review} onClose={() => setOpen(null)} />}
      {open === 'leave' && <LeaveSheet review={review} onClose={() => setOpen(null)} />}
    </Card>
  );
}
