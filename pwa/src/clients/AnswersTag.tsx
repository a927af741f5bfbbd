import { check } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { PARTS } from './sheet';
import { t } from './words-of-sheet';

/** How many of the four answers stand. A sheet that is not ready is not a fault: no colour. */
export function AnswersTag({ ready }: { ready: number }) {
  if (ready < PARTS.length) return <Tag>{t('answers', { n: ready })}</Tag>;
  return (
    <Tag tone="ok" icon={check}>
      {t('answersAll')}
    </Tag>
  );
}
