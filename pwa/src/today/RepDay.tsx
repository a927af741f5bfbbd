import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Person } from '../kit/api/session';
import type { Resource } from '../kit/cache';
import { dayOf, longDay, relativeDay } from '../kit/i18n/format';
import { waiting } from '../kit/outbox';
import { IconLink, LinkButton } from '../kit/ui/Button';
import { plus, search } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { useWide } from '../kit/ui/wide';
import { late } from '../late';
import { Banner } from '../reminders/late-banner';
import { ReadNote } from '../people/ReadNote';
import { know, knownVisit } from '../visits/known';
import { ApprenticesRow } from './ApprenticesRow';
import { DayLines } from './DayLines';
import { dayFrom, stopsOf, visitsIn } from './day';
import { EmptyDay } from './EmptyDay';
import { greeting } from './greeting';
import { NextDayRow } from './NextDayRow';
import { VisitCard } from './VisitCard';
import { Recorded } from './Recorded';
import { dayRead } from './remote';
import { unsentOfDay } from './unsent';
import type { TodayRead } from './wire';
import { t } from './words';

/** Most days have none. */
const MovedHere = late(
  () => import('../drills/MovedHere'),
  () => null,
);
const TodayPromise = late(
  () => import('../commitments/TodayPromise'),
  () => null,
);
const HelpToday = late(
  () => import('../help-requests/HelpToday'),
  () => null,
);
const Waiting = late(
  () => import('./Waiting'),
  () => null,
);
const Nothing = () => null;
/** Of a day it is the least urgent part: what cannot be fetched is not missed. */
const NextReview = late(
  () => import('../reviews/NextReview').catch(() => ({ default: Nothing })),
  Nothing,
);
const PairsToday = late(
  () => import('../shares/PairsToday').catch(() => ({ default: Nothing })),
  Nothing,
);

const NextTraining = late(
  () => import('../training/NextTraining').catch(() => ({ default: Nothing })),
  Nothing,
);

const SharesToday = late(
  () => import('../shares/SharesToday').catch(() => ({ default: Nothing })),
  Nothing,
);

/** Behind the same door as what is shared: it asks nothing on most days. */
const AskTried = late(
  () =>
    import('../shares/SharesToday')
      .then((of) => ({ default: of.AskTried }))
      .catch(() => ({ default: Nothing })),
  Nothing,
);

interface Props {
  person: Person;
  day: string;
  /** The visit whose card is to be open; without it the next one. */
  asked: string | undefined;
}

/** One day of a rep: what is done, the next client with its prep card, what is still to come. */
export function RepDay({ person, day, asked }: Props) {
  const resource = useDay(day);
  const read = resource.value;
  const isToday = day === dayOf();
  const stops = stopsOf(read?.visits ?? [], unsentOfDay(), { day, rep: person, known: knownVisit });
  const shown = dayFrom(stops, asked);
  const evening = isToday ? read?.evening : undefined;
  const open = useWide() ? shown.open : null;
  return (
    <Page
      title={isToday ? greeting(person) : relativeDay(day)}
      meta={t('dayAndVisits', { day: longDay(day), n: visitsIn(stops) })}
      {...(isToday ? { root: 'today' } : { back: '/' })}
      actions={isToday && <FindClient />}
      refresh={[resource]}
    >
      <ReadNote of={resource} />
      {isToday && <Banner />}
      {isToday && read?.help && <HelpToday {...read.help} reload={() => resource.reload()} />}
      {isToday && <Waiting />}
      {isToday && <Recorded of={read?.recorded_for_you ?? []} />}
      {isToday && <MovedHere />}
      {stops.length === 0 && !read && !resource.error && <Skeleton rows={4} />}
      {stops.length === 0 && read && <EmptyDay day={day} working={read.working} />}
      <Beside card={open && <VisitCard key={open.card.id} stop={open} />}>
        {isToday && <AskTried stops={stops} />}
        <DayLines day={shown} evening={evening} beside={open !== null} />
        {isToday && <TodayPromise />}
        {stops.length > 0 && <AddVisit day={day} />}
        {isToday && read && <NextDayRow day={read.tomorrow} rep={person} />}
        {isToday && <NextReview />}
        {isToday && <PairsToday />}
        {isToday && <NextTraining />}
        {isToday && <SharesToday />}
        {isToday && read && <ApprenticesRow tomorrow={read.tomorrow} />}
      </Beside>
    </Page>
  );
}

/** The day, and on a wide screen the card of the visit that is next or was tapped. */
function Beside({ card, children }: { card: ComponentChildren; children: ComponentChildren }) {
  if (!card) return <>{children}</>;
  return (
    <div class="split">
      <div class="stack">{children}</div>
      {card}
    </div>
  );
}

/** Clients are in the bar as well; what waits to be sent has the first right to the place. */
function FindClient() {
  if (waiting.value > 0) return null;
  return <IconLink icon={search} label={t('findClient')} href="/clients" />;
}

function AddVisit({ day }: { day: string }) {
  return (
    <LinkButton icon={plus} href={`/visits/new?day=${day}`}>
      {t('addVisit')}
    </LinkButton>
  );
}

/** Read again whenever it is opened, and with today everything the day needs without a network. */
function useDay(day: string): Resource<TodayRead> {
  const resource = dayRead(day);
  useEffect(() => {
    void resource.reload().then(() => readAhead(resource.value?.tomorrow));
  }, [resource]);
  const visits = resource.value?.visits;
  useEffect(() => know(visits ?? []), [visits]);
  return resource;
}

/** Not needed to show the day; where it cannot be fetched there is nothing to read ahead from either. */
async function readAhead(tomorrow: string | undefined): Promise<void> {
  const ahead = await import('./prefetch').catch(() => null);
  await ahead?.prefetch(tomorrow);
}
