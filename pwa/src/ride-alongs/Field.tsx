import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { dayOf } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { Button, LinkButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { check, evening } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { languageOf } from '../kit/ui/Talk';
import { useWide } from '../kit/ui/wide';
import type { DayAtHand, Seat } from './at-hand';
import { LastTime } from './LastTime';
import { Notes } from './Notes';
import { PreparedCard } from './PreparedCard';
import { RungCard } from './RungCard';
import { Strip } from './Strip';
import type { RideVisit } from './wire';
import { late } from '../late';
import { DOT } from '../kit/ui/dots';
import { t } from './words';
import { t as tf } from './words-of-field';
import { t as tr } from './words-of-rungs';

/** The mentor's alone. */
const OnlyYou = late(
  async () => ({ default: (await import('./OnlyYou')).OnlyYou }),
  () => null,
);

/** The apprentice's alone. */
const WatchCard = late(
  async () => ({ default: (await import('./WatchCard')).WatchCard }),
  () => null,
);
const Practised = late(
  async () => ({ default: (await import('./Practised')).Practised }),
  () => null,
);

interface Props {
  day: DayAtHand;
  seat: Seat;
}

/** On the way: which client, on which rung, and what happens there. */
export function Field({ day, seat }: Props) {
  const wide = useWide();
  const visit = useVisit(day);
  return (
    <div class="stack split half">
      <div class="stack">
        <VisitRows day={day} current={visit} />
        <LastTime day={day} />
        {wide && <PreparedCard day={day} />}
      </div>
      <div class="stack">
        {visit && <Practised ride={day.id} visit={visit.visit_id} />}
        {visit && <RungCard key={visit.visit_id} day={day} visit={visit} />}
        {seat === 'apprentice' && visit && <WatchCard day={day} visit={visit} />}
        <Notes day={day} visit={visit} />
        {seat === 'mentor' && <OnlyYou day={day} />}
        {!wide && <PreparedCard day={day} />}
      </div>
    </div>
  );
}

/** While the day runs the strip is under the thumb; afterwards the one thing left is to sum up. */
export function FieldDock({ day, seat }: Props) {
  const visit = useVisit(day);
  if (isSummedUp(day) || day.day < dayOf()) return <ToDebrief day={day} />;
  return <Strip day={day} visit={visit} seat={seat} />;
}

function ToDebrief({ day }: { day: DayAtHand }) {
  return (
    <LinkButton look="main" href={`/ride-alongs/${day.id}/debrief`}>
      {t(day.debrief ? 'openDebrief' : 'toDebriefNow')}
    </LinkButton>
  );
}

/** The apprentice's clients, and where they go together; the mentor's own wait behind one tap. */
function VisitRows({ day, current }: { day: DayAtHand; current: RideVisit | null }) {
  const [all, setAll] = useState(false);
  if (day.visits.length === 0) return <p class="meta">{t('noVisits')}</p>;
  const ours = day.visits.filter(
    (visit) => visit.in_ride || visit.rep.id === day.apprentice.id || visit === current,
  );
  const shown = all ? day.visits : ours;
  const rest = day.visits.length - ours.length;
  return (
    <>
      <Rows label={t('visitsThatDay')}>
        {shown.map((visit, place) => (
          <Row
            key={visit.visit_id}
            href={`/ride-alongs/${day.id}?visit=${visit.visit_id}`}
            current={visit === current}
            before={
              visit.checked_in ? <Dot tone="on" icon={check} /> : <Dot>{String(place + 1)}</Dot>
            }
            title={[visit.planned_time, visit.client.name].filter(Boolean).join(' ')}
            lang={languageOf(visit.client.name)}
            meta={aboutOf(day, visit)}
          />
        ))}
        <Row
          href={`/ride-alongs/${day.id}/debrief`}
          before={<Dot tone="lamp" icon={evening} />}
          title={t(day.debrief ? 'openDebrief' : 'toDebriefNow')}
        />
      </Rows>
      {rest > 0 && !all && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('myClientsToo', { n: rest })}
        </Button>
      )}
    </>
  );
}

/** "You do, I watch · 5 moments" */
function aboutOf(day: DayAtHand, visit: RideVisit): string {
  const n = day.moments.filter(({ visit_id }) => visit_id === visit.visit_id).length;
  const rung = visit.rung ? tr(visit.rung) : tr('openRung');
  if (n > 0) return tf('momentsOf', { rung, n });
  const leads = visit.leads === 'mentor' ? day.mentor : day.apprentice;
  return visit.leads
    ? `${rung}${DOT}${tr(`leads_${visit.leads}`, { name: callName(leads) })}`
    : rung;
}

/** The one that was tapped, else the next one to go to. */
function useVisit(day: DayAtHand): RideVisit | null {
  const { visit: asked } = useLocation().query;
  const ahead = day.visits.filter(({ checked_in }) => !checked_in);
  return (
    day.visits.find(({ visit_id }) => visit_id === asked) ??
    ahead.find(({ in_ride }) => in_ride) ??
    ahead[0] ??
    day.visits.at(-1) ??
    null
  );
}

function isSummedUp({ state }: DayAtHand): boolean {
  return state === 'agreed' || state === 'followed_up';
}
