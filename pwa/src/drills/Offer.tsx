import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { alert, check } from '../kit/ui/icons';
import { Note, Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { offer, takeBackOffer } from './evening-actions';
import { offeredBy, refusedOffer } from './evening-at-hand';
import { myself } from './myself';
import { unsentOfEvening } from './unsent';
import type { PersonRef } from './wire';
import { t as tc } from './words';
import { t } from './words-of-partner';

interface Props {
  to: PersonRef;
  day: string;
  /** Who comes, as the server has it. */
  by: PersonRef | null;
  /** "I will play", or what it is called where it stands. */
  label?: string;
  main?: boolean;
}

/** Who comes and plays with somebody: I may offer it, and take it back. */
export function Offer({ to, day, by: stored, label = t('iPlay'), main = false }: Props) {
  const me = myself();
  const unsent = unsentOfEvening();
  const by = offeredBy(stored, unsent, { day, person: to.id, me });
  const refused = refusedOffer(unsent, { day, person: to.id });
  const give = () => kept(offer(day, to), t('offerSaid', { name: callName(to) }));
  const takeBack = () => kept(takeBackOffer(day, to), null);
  if (refused !== null) return <Refused why={refused} />;
  if (!by) {
    return (
      <Button look={main ? 'main' : 'plain'} onClick={give}>
        {label}
      </Button>
    );
  }
  if (by.id !== me?.id) return <Tag icon={check}>{t('comes', { name: callName(by) })}</Tag>;
  return (
    <span class="row">
      <Tag tone="ok" icon={check}>
        {t('youCome')}
      </Tag>
      <Button look="quiet" onClick={takeBack}>
        {t('takeBack')}
      </Button>
    </span>
  );
}

/** It came too late, or nobody waits any more: the outbox has the server's words and the ways on. */
function Refused({ why }: { why: string }) {
  return (
    <Note tone="fault" icon={alert}>
      {why}{' '}
      <a class="link" href="/outbox">
        {t('offerRefused')}
      </a>
    </Note>
  );
}

async function kept(keeping: Promise<void>, said: string | null): Promise<void> {
  try {
    await keeping;
    if (said) say(said);
  } catch {
    say(tc('cannotSave'));
  }
}
