import { useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { relativeDay } from '../kit/i18n/format';
import { callName, fullName } from '../kit/i18n/names';
import { pending, ready } from '../kit/outbox';
import { Ava, Pair } from '../kit/ui/Ava';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { check } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { roundLane } from './actions';
import { drillAtHand, type DrillShown } from './drill';
import { drillLane } from './keys';
import { knownPeople } from './people';
import { PlayedRound } from './PlayedRound';
import { RecordedNote } from './RecordedNote';
import { SureAfter } from './SureAfter';
import { deck, myDrills, useDrill, useKept } from './remote';
import { useTonight } from './tonight';
import { t } from './words-of-drill';
import { t as tc } from './words';

/** An evening afterwards: what was played, what is kept, what goes along to the client. */
export default function Drill() {
  const id = useRoute().params['id'] ?? '';
  const read = useDrill(id);
  const { partners } = useTonight().value.value;
  useEffect(() => {
    for (const resource of [playbookRead(), myDrills(), deck()])
      if (!resource.value) void resource.reload();
  }, []);
  const rounds = (read.value?.rounds ?? []).map((round) => roundLane(round.id));
  const unsent = [drillLane(id), ...rounds].flatMap(pending);
  const drill = drillAtHand(read.value, unsent, knownPeople(partners), me.value?.id ?? '');
  if (drill) return <Shown drill={drill} refresh={read} />;
  return (
    <Page title={tc('title')} back="/evening">
      {read.error && ready.value ? <NotHere /> : <Skeleton />}
    </Page>
  );
}

function Shown({ drill, refresh }: { drill: DrillShown; refresh: ReturnType<typeof useDrill> }) {
  const { people, rounds, bothSeats } = drill;
  const stored = rounds.filter(({ version }) => version !== null).map(({ id }) => id);
  const kept = useKept(drill.id, stored).value;
  return (
    <Page
      title={tc('title')}
      meta={t('meta', { day: relativeDay(drill.day), fired: tc('fired', { n: rounds.length }) })}
      back="/evening"
      refresh={[refresh]}
    >
      <RecordedNote drill={drill} />
      <div class="row">
        <Pair>
          {people.map((person) => (
            <Ava key={person.id} name={fullName(person)} />
          ))}
        </Pair>
        <strong class="grow">{people.map(callName).join(' · ')}</strong>
        <Tag tone={bothSeats ? 'ok' : undefined} icon={bothSeats ? check : undefined}>
          {t(bothSeats ? 'bothSeats' : 'oneSeat')}
        </Tag>
      </div>
      <SureAfter rounds={rounds} />
      {rounds.map((round) => (
        <PlayedRound key={round.id} drillId={drill.id} round={round} kept={kept} />
      ))}
      {rounds.length === 0 && <NoRounds />}
    </Page>
  );
}

function NoRounds() {
  return <Empty title={t('noRounds')} action={<ToEvening />} />;
}

function NotHere() {
  return (
    <Empty title={t('notHere')} action={<ToEvening />}>
      {t('notHereWhy')}
    </Empty>
  );
}

function ToEvening() {
  return (
    <LinkButton look="main" href="/evening">
      {t('toEvening')}
    </LinkButton>
  );
}
