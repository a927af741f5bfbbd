/** 客户交接: somebody's clients go to somebody else, with their open work, in one step. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { Ending, Problem } from '../kit/form/Parts';
import { sentenceOf } from '../kit/form/problems';
import { useSending } from '../kit/form/use-sending';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Select } from '../kit/ui/Field';
import { next } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { ReadNote } from './ReadNote';
import { handOver, useEverybody } from './remote';
import type { PersonCard, PersonRead, Team } from './wire';
import { t } from './words-of-hand-over';

const SELL: readonly PersonRead['role'][] = ['rep', 'manager'];

interface Props {
  person: PersonRead;
  teams: readonly Team[];
}

/** Nothing for those who look after no clients. */
export function HandOver({ person, teams }: Props) {
  const { query, path, route } = useLocation();
  if (!SELL.includes(person.role)) return null;
  const name = fullName(person);
  return (
    <Card>
      <h2>{t('clients')}</h2>
      <p>{t(person.disabled ? 'whyLeft' : 'why', { name })}</p>
      <LinkButton icon={next} href={`${path}?hand-over`}>
        {t('open')}
      </LinkButton>
      {'hand-over' in query && (
        <Sheet open title={t('question', { name })} onClose={() => route(path, true)}>
          <WhoTakes person={person} teams={teams} onClose={() => route(path, true)} />
        </Sheet>
      )}
    </Card>
  );
}

function WhoTakes({ person, teams, onClose }: Props & { onClose: () => unknown }) {
  const everybody = useEverybody();
  const [chosen, setChosen] = useState('');
  const takers = takersFor(person, everybody.value ?? []);
  const taker = takers.find(({ id }) => id === chosen);
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: taker !== undefined,
    send: async () => {
      if (taker) await give(person, taker);
      onClose();
    },
  });
  if (!everybody.value) return everybody.error ? <ReadNote of={everybody} /> : <Skeleton />;
  if (takers.length === 0) return <p>{t('nobody')}</p>;
  return (
    <form onSubmit={submit} noValidate>
      <p>{t('all')}</p>
      <Select
        label={t('who')}
        name="taker"
        value={chosen}
        options={[{ value: '', label: t('choose') }, ...takers.map((one) => option(one, teams))]}
        error={asked && !taker ? t('needWho') : undefined}
        onChange={(id) => {
          setChosen(id);
          forget();
        }}
      />
      <Problem of={problem} />
      <Ending busy={busy} save={t('do')} onClose={onClose} />
    </form>
  );
}

/** Whoever sells; a manager gives within the own team, an admin anywhere. */
function takersFor(person: PersonRead, people: readonly PersonCard[]): PersonCard[] {
  const isNear = ({ team_id }: PersonCard) =>
    me.value?.role === 'admin' || team_id === me.value?.team_id;
  return people.filter((one) => one.id !== person.id && SELL.includes(one.role) && isNear(one));
}

function option(person: PersonCard, teams: readonly Team[]) {
  const team = teams.find(({ id }) => id === person.team_id);
  const label = [fullName(person), team && inMyLanguage(team.name)].filter(Boolean).join(' · ');
  return { value: person.id, label };
}

/** Says what went, with the way back: exactly these, and not what the other had before. */
async function give(from: PersonRead, to: PersonCard): Promise<void> {
  const { client_ids } = await handOver({ from_id: from.id, to_id: to.id });
  const [name, taker] = [fullName(from), fullName(to)];
  if (client_ids.length === 0) {
    say(t('none', { name }));
    return;
  }
  say(t('done', { n: client_ids.length, taker }), () => {
    handOver({ from_id: to.id, to_id: from.id, client_ids }).then(
      () => say(t('back', { name })),
      (problem: unknown) => say(sentenceOf(problem)),
    );
  });
}
