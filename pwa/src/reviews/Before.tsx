import { me } from '../kit/api/session';
import { Asks } from './Asks';
import { Facts } from './Facts';
import { LastTime } from './LastTime';
import { HostsForm, HostsWords, Notes, PersonsForm, PersonsWords } from './Parts';
import type { Review } from './wire';

/** Before the talk: one's own part to write, the facts to read, and what the other wrote. */
export default function Before({ review }: { review: Review }) {
  const isHost = review.host.id === me.value?.id;
  const isPerson = review.person?.id === me.value?.id;
  const sides = [review.host.id, review.person?.id ?? ''];
  return (
    <div class="stack split half">
      <div class="stack">
        {isPerson && <PersonsForm review={review} />}
        {isHost && <PersonsWords review={review} />}
        {isHost && <HostsForm key={review.snapshot ? 'facts' : 'none'} review={review} />}
        {!isHost && <HostsWords review={review} />}
        {!isHost && !isPerson && <PersonsWords review={review} />}
        {isHost && <Notes review={review} />}
      </div>
      <div class="stack">
        <Asks review={review} />
        {review.last_time && <LastTime before={review.last_time} sides={sides} />}
        <Facts review={review} />
      </div>
    </div>
  );
}
