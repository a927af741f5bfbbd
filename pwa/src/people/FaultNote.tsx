import type { Resource } from '../kit/cache';
import { Refusal } from '../kit/api/problem';
import { momentInSentence } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { alert } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { t } from './words-of-faults';
import { t as tr } from './words-of-reading';

type Read = Pick<Resource<unknown>, 'at' | 'error' | 'reload'>;

/** The server answered, and not with what was asked for. */
export default function FaultNote({ of }: { of: Read }) {
  const said = isTheServers(of.error) ? t('fault') : tr('failed');
  const seen = of.at === null ? null : t('seen', { when: momentInSentence(new Date(of.at)) });
  const again = <Button onClick={() => of.reload()}>{tr('tryAgain')}</Button>;
  return (
    <Note tone="fault" icon={alert} role="alert" action={again}>
      {said}
      {seen && <br />}
      {seen}
    </Note>
  );
}

function isTheServers(error: Error | null): boolean {
  return error instanceof Refusal && (error.status >= 500 || error.status === 429);
}
