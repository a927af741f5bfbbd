/** 陪访: the days on which somebody walks beside me, or I beside somebody. */
import { useLocation, useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { me } from '../kit/api/session';
import { DOT } from '../kit/ui/dots';
import { dayOf, relativeDay } from '../kit/i18n/format';
import { callName, fullName } from '../kit/i18n/names';
import { pendingOf } from '../kit/outbox';
import { Ava, Pair } from '../kit/ui/Ava';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { tray } from '../kit/ui/icons';
import { useInSight } from '../kit/ui/in-sight';
import { ListButton } from '../kit/ui/ListButton';
import { isInBar } from '../kit/ui/NavBar';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { useWide } from '../kit/ui/wide';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { AskSheet } from './AskSheet';
import { KINDS } from './kinds';
import { groupsOf, stateInWords } from './list';
import { practisedRead, readRides, rideRead, useRides } from './remote';
import type { RideAlongNew, RideCard } from './wire';
import { t } from './words';

const PLACE = '/ride-alongs';

export default function RideAlongs() {
  const { query, route } = useLocation();
  const read = useRides();
  const person = me.value;
  // Where the place is one of the bar, the bar lies at the foot of the page, and would lie over a dock.
  const overTheBar = !useWide() && isInBar('rides');
  const chosen = useRoute().params['id'];
  useInSight(chosen, read.value !== undefined);
  useKept(read.value?.items);
  if (!person) return null;
  const groups = groupsOf(read.value?.items ?? [], { me: person.id, today: dayOf() });
  const unsent = pendingOf(KINDS.ride);
  const nothing = read.value !== undefined && groups.length === 0 && unsent.length === 0;
  const mayRide = person.role !== 'trainer' && person.role !== 'admin';
  const ask = mayRide && <ListButton href={`${PLACE}?new`}>{t('ask')}</ListButton>;
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      root="rides"
      refresh={[read]}
      dock={!overTheBar && ask}
    >
      {overTheBar && ask}
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton rows={4} />}
      {unsent.length > 0 && (
        <Rows label={t('unsent')}>
          {unsent.map((item) => (
            <Row
              key={item.id}
              title={item.label.client}
              meta={relativeDay((item.body as RideAlongNew).day)}
              after={<Tag icon={tray}>{t('unsent')}</Tag>}
            />
          ))}
        </Rows>
      )}
      {groups.map(({ name, rides }) => (
        <section key={name}>
          <h2>{t(name)}</h2>
          {name === 'others' && <p class="meta">{t('othersWhy')}</p>}
          <Rows label={t(name)}>
            {rides.map((ride) => (
              <RideRow key={ride.id} ride={ride} me={person.id} current={ride.id === chosen} />
            ))}
          </Rows>
        </section>
      ))}
      {nothing && (
        <Empty title={t('empty')}>{t(person.role === 'rep' ? 'emptyWhy' : 'emptyLead')}</Empty>
      )}
      <MorePages list={read} read={readRides} />
      {mayRide && 'new' in query && (
        <AskSheet preset={query['with'] ?? null} onClose={() => route(PLACE, true)} />
      )}
    </Page>
  );
}

interface RideProps {
  ride: RideCard;
  me: string;
  current: boolean;
}

function RideRow({ ride, me: mine, current }: RideProps) {
  const { mentor, apprentice, day } = ride;
  const isOpen = ride.state === 'in_field' || ride.state === 'debriefing';
  return (
    <Row
      href={
        ride.state === 'debriefing' ? `/ride-alongs/${ride.id}/debrief` : `/ride-alongs/${ride.id}`
      }
      current={current}
      before={
        <Pair>
          <Ava name={fullName(mentor)} />
          <Ava name={fullName(apprentice)} />
        </Pair>
      }
      title={t('with', { mentor: callName(mentor), apprentice: callName(apprentice) })}
      meta={[
        relativeDay(day),
        ride.purpose && t(`for_${ride.purpose}`),
        stateInWords(ride, { me: mine, today: dayOf() }),
      ]
        .filter(Boolean)
        .join(DOT)}
      after={isOpen && day < dayOf() && <Tag tone="wait">{t('toDebrief')}</Tag>}
    />
  );
}

/** What the next days need lies on this device before anybody drives off. */
function useKept(rides: readonly RideCard[] | undefined) {
  useEffect(() => {
    const today = dayOf();
    for (const { id, day, state } of rides ?? []) {
      const isOver = ['agreed', 'followed_up', 'withdrawn'].includes(state);
      if (day >= today || !isOver) void rideRead(id).reload();
      if (day >= today && !isOver) void practisedRead(id).reload();
    }
  }, [rides]);
}
