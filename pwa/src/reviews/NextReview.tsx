import { me } from '../kit/api/session';
import { Row, Rows } from '../kit/ui/Card';
import { Tag } from '../kit/ui/Tag';
import { titleOf, stateOf, whenOf } from './in-words';
import { useReviews } from './remote';
import type { ReviewCard } from './wire';
import { t } from './words';

/** The next review of whoever looks: when, and what to bring. Nothing where none is planned. */
export default function NextReview() {
  const next = useReviews('open').value?.items.find(sitsIn);
  if (!next) return null;
  return (
    <Rows>
      <Row
        href={`/reviews/${next.id}`}
        title={titleOf(next)}
        meta={`${whenOf(next)} · ${doNext(next)}`}
        after={next.late && <Tag tone="wait">{stateOf(next).words}</Tag>}
      />
    </Rows>
  );
}

function sitsIn({ host, person }: ReviewCard): boolean {
  return [host.id, person?.id].includes(me.value?.id);
}

function doNext({ state, prepared }: ReviewCard): string {
  if (state === 'proposed') return t('nextPropose');
  return t(prepared ? 'nextReady' : 'nextPrepare');
}
