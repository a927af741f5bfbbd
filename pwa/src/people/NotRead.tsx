import { NoAnswer, Refusal } from '../kit/api/problem';
import type { Resource } from '../kit/cache';
import { momentInSentence } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { alert, offline } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { t } from './words-of-not-read';

type Read = Pick<Resource<unknown>, 'value' | 'at' | 'error' | 'reload'>;

/** Why nothing fresh is shown, and since when what is shown was true. */
export default function NotRead({ of }: { of: Read }) {
  const when = of.value !== undefined && of.at !== null ? momentInSentence(new Date(of.at)) : null;
  return of.error instanceof NoAnswer ? (
    <Unanswered of={of} when={when} />
  ) : (
    <Faulty of={of} when={when} />
  );
}

interface Props {
  of: Read;
  /** Of what stands on the screen; null where there is nothing. */
  when: string | null;
}

/** Offline is neutral: it is normal. */
function Unanswered({ of, when }: Props) {
  return (
    <Note icon={offline} role="status" action={when === null && <Again of={of} />}>
      {when === null ? t('notHereYet') : t('readAt', { when })}
    </Note>
  );
}

/** The server answered, and not with what was asked for. */
function Faulty({ of, when }: Props) {
  return (
    <Note tone="fault" icon={alert} role="alert" action={<Again of={of} />}>
      {t(isTheServers(of.error) ? 'fault' : 'failed')} {when && <br />}
      {when && t('seen', { when })}
    </Note>
  );
}

function Again({ of }: { of: Read }) {
  return <Button onClick={() => of.reload()}>{t('tryAgain')}</Button>;
}

function isTheServers(error: Error | null): boolean {
  return error instanceof Refusal && (error.status >= 500 || error.status === 429);
}
