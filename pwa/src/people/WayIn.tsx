import { useState } from 'preact/hooks';
import { Ending, Problem } from '../kit/form/Parts';
import { sentenceOf } from '../kit/form/problems';
import { useSending } from '../kit/form/use-sending';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { link, lock, open as door } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { LinkCard } from './LinkCard';
import { disablePerson, enablePerson, inviteAgain } from './remote';
import type { Invitation, PersonRead } from './wire';
import { t as ti } from './words-of-invite';
import { t } from './words-of-people';

interface Props {
  person: PersonRead;
  onChanged: (now: PersonRead) => unknown;
}

/** A new link, out, and in again. */
export function WayIn({ person, onChanged }: Props) {
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = fullName(person);
  const told = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await work().catch((problem: unknown) => say(sentenceOf(problem)));
    setBusy(false);
  };
  const newLink = () => told(async () => setInvitation(await inviteAgain(person.id)));
  const letIn = () =>
    told(async () => {
      onChanged(await enablePerson(person.id));
      say(t('letInDone', { name }));
    });
  if (person.disabled) {
    return (
      <Card>
        <p>{t('outWhy', { name })}</p>
        <Button icon={door} busy={busy} onClick={letIn}>
          {t('letIn')}
        </Button>
      </Card>
    );
  }
  return (
    <>
      {invitation && <LinkCard key={invitation.link} person={person} invitation={invitation} />}
      <Card>
        <h2>{t('signIn')}</h2>
        {!person.invitation_accepted && <p>{t('notJoinedWhy', { name })}</p>}
        <Button icon={link} busy={busy} busyLabel={ti('makingLink')} onClick={newLink}>
          {t(person.invitation_accepted ? 'newLink' : 'joinLink')}
        </Button>
        <Button icon={lock} onClick={() => setAsking(true)}>
          {t('letOut')}
        </Button>
      </Card>
      {isAsking && (
        <LetOut
          person={person}
          onClose={() => setAsking(false)}
          onLetOut={(now) => {
            setAsking(false);
            setInvitation(null);
            onChanged(now);
          }}
        />
      )}
    </>
  );
}

interface LetOutProps {
  person: PersonRead;
  onLetOut: (now: PersonRead) => unknown;
  onClose: () => unknown;
}

function LetOut({ person, onLetOut, onClose }: LetOutProps) {
  const [reason, setReason] = useState('');
  const name = fullName(person);
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: reason.trim() !== '',
    send: async () => {
      const now = await disablePerson(person.id, reason.trim());
      say(ti('letOutDone', { name }));
      onLetOut(now);
    },
  });
  return (
    <Sheet open title={ti('letOutQuestion', { name })} onClose={onClose}>
      <p>{ti('letOutWhy')}</p>
      <form onSubmit={submit} noValidate>
        <Field
          label={ti('reason')}
          hint={ti('reasonHint')}
          name="reason"
          maxLength={200}
          value={reason}
          error={asked && !reason.trim() ? ti('needReason') : undefined}
          onInput={(typed) => {
            setReason(typed);
            forget();
          }}
        />
        <Problem of={problem} />
        <Ending busy={busy} save={ti('letOutYes')} onClose={onClose} />
      </form>
    </Sheet>
  );
}
