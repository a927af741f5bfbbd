/** One certification: what came of it, what each of the two saw, and for an assessor the marks to give. */
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { dayOf, longDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { bin, check, lock } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import {
  AREAS,
  PLACE,
  takeBack,
  useCertification,
  type Certification as Whole,
} from './certification-remote';
import { anchoredBy, MarksForm } from './MarksForm';
import { t as ta } from './words-of-anchors';
import { t } from './words-of-certification';

export default function Certification({ id }: { id: string }) {
  const read = useCertification(id);
  const one = read.value;
  return (
    <Page
      title={one ? `${t('title')} · ${fullName(one.person)}` : t('title')}
      meta={one && longDay(one.day)}
      back={PLACE}
      refresh={[read]}
    >
      <ReadNote of={read} />
      {!one && !read.error && <Skeleton rows={4} />}
      {one && (
        <>
          <Outcome of={one} />
          <div class="stack split half">
            {one.seats.map((seat) => (
              <Seat key={seat.assessor.id} seat={seat} of={one} />
            ))}
          </div>
          <Note icon={lock}>{t('onlyThese')}</Note>
          <Planner of={one} />
        </>
      )}
    </Page>
  );
}

function Outcome({ of: { state, to_practise, must_pass } }: { of: Whole }) {
  if (state === 'passed') {
    return (
      <Note tone="ok" icon={check}>
        {t('passedWhy')}
      </Note>
    );
  }
  const areas = to_practise.length > 0 ? to_practise : [must_pass];
  if (state === 'not_yet') {
    return (
      <Card>
        <p>{t('notYetWhy')}</p>
        <p>
          <strong>{t('practise', { areas: areas.map((area) => ta(area)).join(t('list')) })}</strong>
        </p>
      </Card>
    );
  }
  return <p class="meta">{t('mustPass', { area: ta(must_pass) })}</p>;
}

interface SeatProps {
  seat: Whole['seats'][number];
  of: Whole;
}

function Seat({ seat, of }: SeatProps) {
  const isOpen = of.state === 'planned' || of.state === 'marking';
  if (seat.assessor.id === me.value?.id && isOpen) {
    if (of.day > dayOf()) return <p class="meta">{t('ahead')}</p>;
    return <MarksForm id={of.id} given={seat} anchors={of.anchors} />;
  }
  return (
    <Card>
      <h2>{t('seat', { name: fullName(seat.assessor) })}</h2>
      {seat.marks ? (
        <Marked
          marks={seat.marks}
          anchors={of.anchors}
          strong={seat.strong ?? ''}
          next={seat.next ?? ''}
        />
      ) : (
        <p class="meta">{t(seat.marked ? 'later' : 'notMarked')}</p>
      )}
    </Card>
  );
}

interface MarkedProps {
  marks: Record<string, number>;
  anchors: Whole['anchors'];
  strong: string;
  next: string;
}

/** Each mark with its words, "3 · Asks first, answers what is meant…" */
function Marked({ marks, anchors, strong, next }: MarkedProps) {
  return (
    <>
      <dl class="stack">
        {AREAS.map((area) => (
          <div key={area}>
            <dt class="meta">{ta(area)}</dt>
            <dd class="num">{[marks[area], anchoredBy(anchors, area, marks[area])].join(' · ')}</dd>
          </div>
        ))}
        <div>
          <dt class="meta">{t('strong')}</dt>
          <dd lang={languageOf(strong)}>{strong}</dd>
        </div>
        <div>
          <dt class="meta">{t('nextOne')}</dt>
          <dd lang={languageOf(next)}>{next}</dd>
        </div>
      </dl>
    </>
  );
}

/** Until one of the two has marked, whoever planned it may take it back. */
function Planner({ of: { id, state, planned_by } }: { of: Whole }) {
  const { route } = useLocation();
  if (state !== 'planned' || planned_by.id !== me.value?.id) return null;
  const away = async () => {
    await takeBack(id);
    say(t('takenBack'));
    route(PLACE, true);
  };
  return (
    <Button look="quiet" icon={bin} onClick={away}>
      {t('takeBack')}
    </Button>
  );
}
