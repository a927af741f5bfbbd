import { useWide } from '../kit/ui/wide';
import { Agree } from './Agree';
import { Asks } from './Asks';
import { Facts } from './Facts';
import { LastTime } from './LastTime';
import { HostsWords, PersonsWords } from './Parts';
import { Promises } from './Promises';
import { Failures, Questions } from './Talk';
import type { Review } from './wire';

/** Facts left, questions right; below them what comes out of it. On a phone the questions come first. */
export default function InTalk({ review }: { review: Review }) {
  const wide = useWide();
  return (
    <div class="stack split half">
      {wide && <Known review={review} />}
      <div class="stack">
        {review.kind === 'deal' && <Failures />}
        <Questions review={review} />
        <Promises review={review} mayWrite />
        <Agree review={review} />
      </div>
      {!wide && <Known review={review} />}
    </div>
  );
}

function Known({ review }: { review: Review }) {
  const sides = [review.host.id, review.person?.id ?? ''];
  return (
    <div class="stack">
      <Asks review={review} />
      {review.last_time && <LastTime before={review.last_time} sides={sides} />}
      {review.persons_part && <PersonsWords review={review} />}
      <Facts review={review} />
      {review.hosts_part && <HostsWords review={review} />}
    </div>
  );
}
