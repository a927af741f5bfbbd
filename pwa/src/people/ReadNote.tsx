import { NoAnswer } from '../kit/api/problem';
import { expired } from '../kit/api/session';
import type { Resource } from '../kit/cache';
import { momentInSentence } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { offline } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { late } from '../late';
import { t } from './words-of-reading';

type Read = Pick<Resource<unknown>, 'value' | 'at' | 'error' | 'loading' | 'reload'>;

const FaultNote = late(
  () => import('./FaultNote'),
  () => null,
);

/**
 * What stands between a screen and fresh data, if anything. Offline is neutral: it is normal. That
 * the sign-in is over stands on every screen already.
 */
export function ReadNote({ of }: { of: Read }) {
  if (!of.error || of.loading || expired.value) return null;
  if (!(of.error instanceof NoAnswer)) return <FaultNote of={of} />;
  if (of.value !== undefined && of.at !== null) {
    return (
      <Note icon={offline} role="status">
        {t('readAt', { when: momentInSentence(new Date(of.at)) })}
      </Note>
    );
  }
  const action = <Button onClick={() => of.reload()}>{t('tryAgain')}</Button>;
  return (
    <Note icon={offline} role="status" action={action}>
      {t('notHereYet')}
    </Note>
  );
}
