import { NoAnswer } from '../kit/api/problem';
import type { Resource } from '../kit/cache';
import { momentOf } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { alert, offline } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { t } from './words-of-reading';

type Read = Pick<Resource<unknown>, 'value' | 'at' | 'error' | 'loading' | 'reload'>;

/** What stands between a screen and fresh data, if anything. Offline is neutral: it is normal. */
export function ReadNote({ of }: { of: Read }) {
  if (!of.error || of.loading) return null;
  if (of.value !== undefined && of.at !== null) {
    return (
      <Note icon={offline} role="status">
        {t('readAt', { when: momentOf(new Date(of.at)) })}
      </Note>
    );
  }
  const action = <Button onClick={() => of.reload()}>{t('tryAgain')}</Button>;
  return of.error instanceof NoAnswer ? (
    <Note icon={offline} role="status" action={action}>
      {t('notHereYet')}
    </Note>
  ) : (
    <Note tone="fault" icon={alert} role="alert" action={action}>
      {t('failed')}
    </Note>
  );
}
