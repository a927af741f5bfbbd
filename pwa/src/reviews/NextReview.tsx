import { me } from '../kit/api/session';
import { Row, Rows } from '../kit/ui/Card';
import { Tag } from '../kit/ui/Tag';
import { titleOf, stateOf, whenOf } from './in-words';
import { useReviews } from './remote';
import type { ReviewCard } from './wire';
import { t } from './words';

/** The next review of whoever looks, one that waits for their tap before all. Nothing where none is planned. */
export default function NextReview() {
  const open = useReviews('open').value?.items ?? [];
  const next = open.find((one) => one.awaits_you) ?? open.find(sitsIn);
  if (!next) return null;
  return (
    <Rows>
      <Row
        href={`/reviews/${next.id}`}
        title={titleOf(next)}
        meta={`${whenOf(next)} · ${doNext(next)}`}
        after={<After review={next} />}
      />
    </Rows>
  );
}

function sitsIn({ host, person }: ReviewCard): boolean {
  return [host.id, person?.id].includes(me.value?.id);
}

function After({ review }: { review: ReviewCard }) {
  if (review.awaits_you) return <Tag tone="wait">{t('yourTap')}</Tag>;
  return review.late ? <Tag tone="wait">{stateOf(review).words}</Tag> : null;
}

function doNext({ state, prepared, awaits_you: tap }: ReviewCard): string {
  if (tap) return t('nextTap');
  if (state === 'proposed') return t('nextPropose');
  return t(prepared ? 'nextReady' : 'nextPrepare');
}
