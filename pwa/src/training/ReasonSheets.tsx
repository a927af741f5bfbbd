import { useState } from 'preact/hooks';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { mark, skip } from './actions';
import type { PersonRef, Session } from './wire';
import { t } from './words-of-forms';

interface Props {
  session: Session;
  onClose: () => unknown;
}

/** The week stays in sight with this reason, and the class stands on the other day. */
export function SkipSheet({ session, onClose }: Props) {
  const done = async (reason: string, make_up_day: string) => {
    await skip(session, { reason, make_up_day });
    say(t('skipped'));
  };
  const texts = { title: t('skipTitle'), why: t('skipWhy'), save: t('skipSave') };
  return <MakeUp {...texts} done={done} onClose={onClose} />;
}

export function MissedSheet({ session, person, onClose }: Props & { person: PersonRef }) {
  const done = (reason: string, make_up_day: string) =>
    mark(session, person, { mark: 'missed', reason, make_up_day });
  const title = t('missedTitle', { name: fullName(person) });
  return <MakeUp title={title} save={t('missedSave')} done={done} onClose={onClose} />;
}

interface MakeUpProps {
  title: string;
  why?: string;
  save: string;
  done: (reason: string, day: string) => Promise<void>;
  onClose: () => unknown;
}

/** A reason and a day: nothing is skipped in silence. */
function MakeUp({ title, why, save, done, onClose }: MakeUpProps) {
  const today = dayOf();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(daysAfter(today, 1));
  const [asked, setAsked] = useState(false);
  const isThere = day >= today;
  const press = async () => {
    setAsked(true);
    if (!reason.trim() || !isThere) return;
    await done(reason.trim(), day);
    onClose();
  };
  return (
    <Sheet open title={title} onClose={onClose}>
      {why && <p>{why}</p>}
      <Field
        label={t('reason')}
        hint={t('reasonHint')}
        name="reason"
        lines={2}
        maxLength={2000}
        value={reason}
        error={asked && !reason.trim() ? t('lackReason') : undefined}
        onInput={setReason}
      />
      <Field
        label={t('makeUpDay')}
        name="make_up_day"
        type="date"
        min={today}
        value={day}
        error={asked && !isThere ? t('lackDay') : undefined}
        onInput={setDay}
      />
      <Button look="main" onClick={press}>
        {save}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}
