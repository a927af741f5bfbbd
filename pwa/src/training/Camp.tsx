/** 新人训练营: five days, the show and the handshake, of oneself or of somebody one looks after. */
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { Resource } from '../kit/cache';
import { dayInSentence, dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note, Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { holdShow, shakeHands } from './camp-actions';
import { campAtHand, campLane, nextDay } from './camp-at-hand';
import { useCamp, useMyCamp } from './camp-remote';
import { CampDays } from './CampDays';
import { CampShow } from './CampShow';
import HandInSheet from './HandInSheet';
import type { Camp as Whole, CampDay } from './wire';
import { t } from './words-of-camp';
import { t as tv } from './words-of-coverage';

export default function Camp() {
  const { id } = useRoute().params;
  return id ? <CampOf key={id} id={id} /> : <MyCamp />;
}

function MyCamp() {
  const read = useMyCamp();
  if (read.value?.camp) return <Shown read={read} camp={read.value.camp} />;
  return (
    <Page title={t('title')} back="/training" refresh={[read]}>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton rows={4} />}
      {read.value && <Empty title={t('none')}>{t('noneWhy')}</Empty>}
    </Page>
  );
}

function CampOf({ id }: { id: string }) {
  const read = useCamp(id);
  if (read.value) return <Shown read={read} camp={read.value} />;
  return (
    <Page title={t('title')} back="/training/camps" refresh={[read]}>
      <ReadNote of={read} />
      {!read.error && <Skeleton rows={4} />}
    </Page>
  );
}

function Shown({ read, camp }: { read: Resource<unknown>; camp: Whole }) {
  const unsent = pending(campLane(camp.id));
  const now = campAtHand(camp, unsent);
  const [writing, setWriting] = useState<CampDay | null>(null);
  const next = nextDay(now.days, dayOf());
  return (
    <Page
      title={now.mine ? t('title') : fullName(now.person)}
      meta={aboutOf(now)}
      back={now.mine ? '/training' : '/training/camps'}
      refresh={[read]}
      actions={unsent.length > 0 && <Tag icon={tray}>{t('waits')}</Tag>}
      dock={stepOf(now, next, setWriting)}
    >
      <ReadNote of={read} />
      {now.finished_at && (
        <Note tone="ok">{t('finishedOn', { day: dayInSentence(dayOf(now.finished_at)) })}</Note>
      )}
      <div class="stack split half">
        <CampDays camp={now} next={next} onWrite={setWriting} />
        <div class="stack">
          <CampShow camp={now} />
          {!now.mine && <CoverageRow id={now.person.id} />}
        </div>
      </div>
      {writing && (
        <HandInSheet
          key={writing.dimension}
          camp={now}
          day={writing}
          onClose={() => setWriting(null)}
        />
      )}
    </Page>
  );
}

/** What the newcomer has had so far of products and skills. */
function CoverageRow({ id }: { id: string }) {
  return (
    <Rows>
      <Row href={`/training/coverage?person=${id}`} title={tv('title')} meta={tv('mineWhy')} />
    </Rows>
  );
}

function aboutOf({ mine, mentor, manager, finished_at }: Whole): string {
  const said = [
    !mine && t('title'),
    mentor && t('withMentor', { name: fullName(mentor) }),
    !mentor && !finished_at && t('noMentor'),
    mine && manager && t('manager', { name: fullName(manager) }),
  ];
  return said.filter(Boolean).join(' · ');
}

/** The one next step of whoever looks: the hand, the word that it was held, or the day that waits. */
function stepOf(camp: Whole, day: CampDay | undefined, onWrite: (day: CampDay) => unknown) {
  const { show, may_shake, may_say_held, mine } = camp;
  if (may_shake) return <Step words="shake" said="shaken" take={() => shakeHands(camp)} />;
  if (may_say_held && show && !show.held_at && show.day <= dayOf()) {
    return <Step words="held" said="heldNow" take={() => holdShow(camp)} />;
  }
  if (!mine || !day) return null;
  return (
    <Button look="main" onClick={() => onWrite(day)}>
      {t('handIn')}
    </Button>
  );
}

interface StepProps {
  words: 'shake' | 'held';
  said: 'shaken' | 'heldNow';
  take: () => Promise<void>;
}

function Step({ words, said, take }: StepProps) {
  const press = async () => {
    await take();
    say(t(said));
  };
  return (
    <Button look="main" onClick={press}>
      {t(words)}
    </Button>
  );
}
