/** 陪访总结: at the office, on one screen. The apprentice first; one action, one promise; it counts when both agree. */
import { useRoute } from 'preact-iso';
import { online } from '../kit/api/network';
import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { items, pending } from '../kit/outbox';
import { Ava, Pair } from '../kit/ui/Ava';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { ReadNote } from '../people/ReadNote';
import { namesOf } from './actions';
import { dayAtHand, seatOf } from './at-hand';
import { DebriefRead } from './DebriefRead';
import { DebriefWrite } from './DebriefWrite';
import { debriefLane } from './kinds';
import { useRide } from './remote';
import { t } from './words-of-debrief';

export default function Debrief() {
  const id = useRoute().params.id ?? '';
  const read = useRide(id);
  const person = me.value;
  if (!person) return null;
  const ride = read.value;
  if (!ride) {
    return (
      <Page title={t('title')} back={`/ride-alongs/${id}`}>
        <ReadNote of={read} />
        {!read.error && <Skeleton rows={6} />}
      </Page>
    );
  }
  const day = dayAtHand(ride, items.value, person);
  const seat = seatOf(day, person.id);
  const frame = {
    title: t('title'),
    // Which visits there were is between the two who rode.
    meta:
      seat === 'onlooker'
        ? namesOf(day)
        : t('meta', { pair: namesOf(day), n: day.visits.filter((one) => one.in_ride).length }),
    back: seat === 'onlooker' ? '/ride-alongs' : `/ride-alongs/${id}`,
    refresh: [read],
    actions: (
      <Pair>
        <Ava name={fullName(day.mentor)} />
        <Ava name={fullName(day.apprentice)} />
      </Pair>
    ),
  };
  const note = online.value ? <ReadNote of={read} /> : null;
  const mentorWrote = day.debrief?.versions.some(({ by }) => by.id === day.mentor.id) ?? false;
  const isOver = day.debrief?.agreed_at != null;
  // A mentor who has handed it over may still put it right; the form stays until both have agreed.
  const reads = seat === 'onlooker' || isOver || (seat === 'apprentice' && mentorWrote);
  if (reads) {
    return <DebriefRead day={day} seat={seat} frame={frame} note={note} />;
  }
  return (
    <DebriefWrite
      key={pending(debriefLane(id)).length === 0 ? 'stored' : 'unsent'}
      day={day}
      seat={seat}
      frame={frame}
      note={note}
    />
  );
}
