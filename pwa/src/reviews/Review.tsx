/** One review: prepared on a phone, talked through on a tablet, and what both agreed on afterwards. */
import { useRoute } from 'preact-iso';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { DOT } from '../kit/ui/dots';
import { dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { Ava, Pair } from '../kit/ui/Ava';
import { Button } from '../kit/ui/Button';
import { clock, tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note, Tag } from '../kit/ui/Tag';
import { shared, useWide } from '../kit/ui/wide';
import { late } from '../late';
import { ReadNote } from '../people/ReadNote';
import { begin } from './actions';
import { reviewAtHand, reviewLane } from './at-hand';
import { reasonOf, seatsOf, titleOf, whenOf } from './in-words';
import { openFacts, reviewRead } from './remote';
import { MoveSheet, SkipSheet } from './TimeSheets';
import type { Review as Whole } from './wire';
import { t as tw } from './words';
import { t } from './words-of-review';

const A_MINUTE = 60_000;
const Parts = () => <Skeleton rows={4} />;
const Before = late(() => import('./Before'), Parts);
const InTalk = late(() => import('./InTalk'), Parts);
const Agreed = late(() => import('./Agreed'), Parts);
const TalkDock = late(
  () => import('./TalkDock'),
  () => null,
);

export default function Review() {
  const { id = '' } = useRoute().params;
  const read = useOpened(id);
  const mine = me.value;
  const review =
    mine && read.value ? reviewAtHand(read.value, pending(reviewLane(id)), mine) : null;
  useShared(review?.state === 'in_session');
  if (!mine) return null;
  if (!review) {
    return (
      <Page title={tw('title')} back="/reviews">
        <ReadNote of={read} />
        {!read.error && <Skeleton rows={4} />}
      </Page>
    );
  }
  return (
    <Page
      title={titleOf(review)}
      meta={[seatsOf(review), whenOf(review), tw('lasting', { n: review.minutes })].join(DOT)}
      back="/reviews"
      refresh={[read]}
      actions={<Seats review={review} />}
      dock={stageOf(review) !== 'after' && <Dock review={review} />}
    >
      <ReadNote of={read} />
      <Moved review={review} />
      <Body review={review} />
    </Page>
  );
}

/** The talk is looked at by both: the list beside it would name the others. */
function useShared(isShared: boolean) {
  useLayoutEffect(() => {
    shared.value = isShared;
    return () => {
      shared.value = false;
    };
  }, [isShared]);
}

/** Read, and its facts taken with a look at a review that is still to be held, until they stand. */
function useOpened(id: string) {
  const read = reviewRead(id);
  useEffect(() => {
    void read.reload().then(async () => {
      const { snapshot, state } = read.value ?? {};
      const isAhead = state === 'scheduled' || state === 'pre_read' || state === 'in_session';
      if (isAhead && !snapshot?.frozen) {
        await openFacts(id).catch(() => undefined); // without a network the facts come later
      }
    });
  }, [read, id]);
  return read;
}

type Stage = 'before' | 'talk' | 'after';

export function stageOf({ state }: Pick<Whole, 'state'>): Stage {
  if (state === 'in_session') return 'talk';
  return state === 'scheduled' || state === 'pre_read' ? 'before' : 'after';
}

function Body({ review }: { review: Whole }) {
  const stage = stageOf(review);
  if (stage === 'before') return <Before review={review} />;
  return stage === 'talk' ? <InTalk review={review} /> : <Agreed review={review} />;
}

function Seats({ review }: { review: Whole }) {
  const { host, person, started_at: started } = review;
  const wide = useWide();
  const waits = pending(reviewLane(review.id)).length > 0;
  return (
    <>
      {waits && <Tag icon={tray}>{t('waits')}</Tag>}
      {wide && stageOf(review) === 'talk' && started && <Since at={started} />}
      {wide && person && (
        <Pair>
          <Ava name={fullName(host)} />
          <Ava name={fullName(person)} />
        </Pair>
      )}
    </>
  );
}

/** How long they have talked; it never urges. */
function Since({ at }: { at: string }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), A_MINUTE);
    return () => clearInterval(timer);
  }, []);
  const n = Math.max(0, Math.floor((now - new Date(at).getTime()) / A_MINUTE));
  return n > 0 ? <Tag icon={clock}>{t('since', { n })}</Tag> : null;
}

/** Late is the host's to mend; why it moved stays in sight. */
function Moved({ review }: { review: Whole }) {
  const isHost = review.host.id === me.value?.id;
  const reason = reasonOf(review);
  return (
    <>
      {review.late && (
        <Note tone="wait" icon={clock}>
          {isHost ? t('lateHost') : t('lateOther', { name: fullName(review.host) })}
        </Note>
      )}
      {reason && <p class="meta">{reason}</p>}
    </>
  );
}

function Dock({ review }: { review: Whole }) {
  const stage = stageOf(review);
  return stage === 'talk' ? <TalkDock review={review} /> : <BeforeDock review={review} />;
}

function BeforeDock({ review }: { review: Whole }) {
  const [open, setOpen] = useState<'move' | 'today' | 'skip' | null>(null);
  const mine = me.value?.id;
  const isHost = review.host.id === mine;
  const close = () => setOpen(null);
  const today = dayOf();
  const isAhead = review.day > today;
  const mayMove = isHost || review.person?.id === mine;
  return (
    <div class="row">
      {mayMove && !isAhead && <Button onClick={() => setOpen('move')}>{t('move')}</Button>}
      {isHost && (
        <Button look="quiet" onClick={() => setOpen('skip')}>
          {t('skip')}
        </Button>
      )}
      {isAhead ? (
        mayMove && <Ahead onMove={setOpen} />
      ) : (
        <Button look="main" grow onClick={() => begin(review)}>
          {t('begin')}
        </Button>
      )}
      {open === 'move' && <MoveSheet review={review} onClose={close} />}
      {open === 'today' && <MoveSheet review={review} to={today} onClose={close} />}
      {open === 'skip' && <SkipSheet review={review} onClose={close} />}
    </div>
  );
}

/** Before its day nobody sits down: who wants to talk today moves it to today, and says why. */
function Ahead({ onMove }: { onMove: (to: 'move' | 'today') => unknown }) {
  return (
    <>
      <Button onClick={() => onMove('today')}>{t('today')}</Button>
      <Button look="main" grow onClick={() => onMove('move')}>
        {t('move')}
      </Button>
    </>
  );
}
