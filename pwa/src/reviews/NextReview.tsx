import { me } from '../kit/api/session';
import { callName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { Tag } from '../kit/ui/Tag';
import { DOT } from '../kit/ui/dots';
import { titleOf, stateOf, whenOf } from './in-words';
import { useReviews } from './remote';
import type { ReviewCard } from './wire';
import { t } from './words';

/**
 * The next review of whoever looks, one that waits for their tap before all; and the next in which they sit with the
 * team or beside a newcomer. Nothing where none is planned.
 */
export default function NextReview() {
  const open = useReviews('open').value?.items ?? [];
  const own = open.find((one) => one.awaits_you) ?? open.find(isBetweenTwo);
  const other = open.find((one) => one !== own && sitsBeside(one));
  const shown = [own, other].filter((one) => one !== undefined);
  if (shown.length === 0) return null;
  return (
    <Rows>
      {shown.map((review) => (
        <Row
          key={review.id}
          href={`/reviews/${review.id}`}
          title={titleOf(review)}
          meta={`${whenOf(review)}${DOT}${doNext(review)}`}
          after={<After review={review} />}
        />
      ))}
    </Rows>
  );
}

function isBetweenTwo({ host, person }: ReviewCard): boolean {
  return [host.id, person?.id].includes(me.value?.id);
}

/** The team that is listed to a rep is the own one. */
function sitsBeside({ mentor, team }: ReviewCard): boolean {
  return team !== null || mentor?.id === me.value?.id;
}

function After({ review }: { review: ReviewCard }) {
  if (review.awaits_you) return <Tag tone="wait">{t('yourTap')}</Tag>;
  return review.late ? <Tag tone="wait">{stateOf(review).words}</Tag> : null;
}

function doNext(review: ReviewCard): string {
  const { state, prepared, awaits_you: tap, team, mentor, person } = review;
  if (tap) return t('nextTap');
  if (team) return t('nextTeam');
  if (person && mentor?.id === me.value?.id) return t('nextBeside', { name: callName(person) });
  if (state === 'proposed') return t('nextPropose');
  return t(prepared ? 'nextReady' : 'nextPrepare');
}
