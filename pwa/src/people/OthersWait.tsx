import { others } from '../kit/outbox';
import { lock } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { t } from './words-of-sign-in';

/** Whose unsent items lie on this phone and how many, never what is in them. */
export function OthersWait() {
  return (
    <>
      {others.value.map(({ owner, name, count }) => (
        <Note key={owner} icon={lock}>
          {t('others', { n: count, name })}
        </Note>
      ))}
    </>
  );
}
