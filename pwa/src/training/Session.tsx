/** One class: why it is given, what was learned, what to try; and for whoever runs it, who was there. */
import { useRoute } from 'preact-iso';
import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note, Tag } from '../kit/ui/Tag';
import { late } from '../late';
import { ReadNote } from '../people/ReadNote';
import { sessionAtHand, sessionLane } from './at-hand';
import { insteadOf, isOver, stateOf, titleOf, whenOf, whoseOf } from './in-words';
import { Points, Why } from './Lesson';
import { Practice } from './Practice';
import { useSession } from './remote';
import type { Session as Whole } from './wire';
import { t as tw } from './words';
import Attendance from './Attendance';
import { t } from './words-of-session';

const Materials = late(
  () => import('./materials/Materials'),
  () => null,
);
const RunDock = late(
  () => import('./RunDock'),
  () => null,
);

export default function Session() {
  const { id = '' } = useRoute().params;
  const read = useSession(id);
  const mine = me.value;
  if (!mine) return null;
  const session = read.value && sessionAtHand(read.value, pending(sessionLane(id)), mine);
  if (!session) {
    return (
      <Page title={tw('title')} back="/training">
        <ReadNote of={read} />
        {!read.error && <Skeleton rows={4} />}
      </Page>
    );
  }
  return (
    <Page
      title={titleOf(session)}
      meta={aboutOf(session)}
      back="/training"
      refresh={[read]}
      actions={<State of={session} />}
      dock={session.runs && !isOver(session) && <RunDock session={session} />}
    >
      <ReadNote of={read} />
      <Instead of={session} />
      <div class="stack split half">
        <div class="stack">
          <Why of={session} />
          <Points of={session.learning_points} />
          <Materials of={session} />
        </div>
        <div class="stack">
          {session.runs && session.held_at !== null && <Attendance session={session} />}
          <Practice session={session} />
        </div>
      </div>
    </Page>
  );
}

function aboutOf(session: Whole): string {
  return [
    whoseOf(session),
    whenOf(session),
    t('lasting', { n: session.minutes }),
    t('givenBy', { name: fullName(session.trainer) }),
  ].join(' · ');
}

function State({ of }: { of: Whole }) {
  const { words, ...tone } = stateOf(of);
  const waits = pending(sessionLane(of.id)).length > 0;
  return waits ? <Tag icon={tray}>{tw('waits')}</Tag> : <Tag {...tone}>{words}</Tag>;
}

/** Why this week is empty and where the class went, or which one it stands in for. */
function Instead({ of }: { of: Whole }) {
  const said = insteadOf(of);
  const other = of.made_up_by ?? of.makes_up;
  if (!said) return null;
  return (
    <Note tone="wait">
      {other ? (
        <a class="link" href={`/training/${other.id}`}>
          {said}
        </a>
      ) : (
        said
      )}
    </Note>
  );
}
