import { useState } from 'preact/hooks';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { link, lock, open as door } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { sentenceOf } from './problems';
import { disablePerson, enablePerson, inviteAgain } from './remote';
import type { Invitation, PersonCard } from './wire';
import { t } from './words-of-invite';

interface Props {
  person: PersonCard;
  isOut: boolean;
  onLink: (invitation: Invitation) => unknown;
  onLetOut: () => unknown;
  onLetIn: () => unknown;
  onClose: () => unknown;
}

/** What a manager or an admin can do for somebody: a new link, out, in again. */
export function PersonSheet(props: Props) {
  const { person, isOut, onLink, onLetIn, onClose } = props;
  const [isAsking, setAsking] = useState(false);
  const name = fullName(person);
  const newLink = () =>
    told(async () => {
      onLink(await inviteAgain(person.id));
    });
  const letIn = () =>
    told(async () => {
      await enablePerson(person.id);
      say(t('letInDone', { name }));
      onLetIn();
    });
  if (isAsking) return <LetOut {...props} />;
  return (
    <Sheet open title={t('what', { name })} onClose={onClose}>
      {isOut ? (
        <Button look="main" icon={door} onClick={letIn}>
          {t('letIn')}
        </Button>
      ) : (
        <>
          <Button look="main" icon={link} onClick={newLink}>
            {t('newLink')}
          </Button>
          <Button icon={lock} onClick={() => setAsking(true)}>
            {t('letOut')}
          </Button>
        </>
      )}
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

function LetOut({ person, onLetOut, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const name = fullName(person);
  const letOut = () => {
    setAsked(true);
    if (!reason.trim()) return;
    return told(async () => {
      await disablePerson(person.id, reason.trim());
      say(t('letOutDone', { name }));
      onLetOut();
    });
  };
  return (
    <Sheet open title={t('letOutQuestion', { name })} onClose={onClose}>
      <p>{t('letOutWhy')}</p>
      <Field
        label={t('reason')}
        hint={t('reasonHint')}
        name="reason"
        maxLength={200}
        value={reason}
        error={asked && !reason.trim() ? t('needReason') : undefined}
        onInput={setReason}
      />
      <Button look="main" icon={lock} onClick={letOut}>
        {t('letOutYes')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

async function told(work: () => Promise<void>): Promise<void> {
  await work().catch((problem: unknown) => say(sentenceOf(problem)));
}
