/** Where the team's goals need their manager: by exception, in no order of people. */
import { useLocation, useRoute } from 'preact-iso';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { useInSight } from '../kit/ui/in-sight';
import { ListButton } from '../kit/ui/ListButton';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { ReadNote } from '../people/ReadNote';
import { AdviceDue } from './AdviceDue';
import { figure, periodOf } from './figures';
import { NewGoalSheet } from './GoalSheet';
import { useAwaiting } from './remote';
import { helpInWords } from './WhatHelps';
import type { Goal } from './wire';
import { t } from './words';

export default function TeamGoals() {
  const { query, route } = useLocation();
  const read = useAwaiting();
  const { value } = read;
  useInSight(useRoute().params['id'], value !== undefined);
  const nothing = value && Object.values(value).every((part) => part.length === 0);
  return (
    <Page
      title={t('titleTeam')}
      meta={t('metaTeam')}
      back="/team"
      refresh={[read]}
      dock={<ListButton href="/goals?new">{t('propose')}</ListButton>}
    >
      <ReadNote of={read} />
      {!value && !read.error && <Skeleton />}
      {nothing && <Empty title={t('emptyTeam')}>{t('emptyTeamWhy')}</Empty>}
      {value && (
        <>
          <Part title={t('needAdvice')} goals={value.advice} />
          <Part title={t('off_track')} goals={value.off_track} />
          <Part title={t('drifting')} goals={value.drifting} />
          <Part title={t('needAgreement')} goals={value.agreement} />
          <Part title={t('needReward')} goals={value.reward} />
        </>
      )}
      {'new' in query && <NewGoalSheet owner="" onClose={() => route('/goals', true)} />}
    </Page>
  );
}

function Part({ title, goals }: { title: string; goals: readonly Goal[] }) {
  const chosen = useRoute().params['id'];
  if (goals.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Rows label={title}>
        {goals.map((goal) => (
          <GoalRow key={goal.id} goal={goal} current={goal.id === chosen} />
        ))}
      </Rows>
    </section>
  );
}

function GoalRow({ goal, current }: { goal: Goal; current: boolean }) {
  const name = fullName(goal.owner);
  const figures = [t(goal.metric), reachedOf(goal)].join(' ');
  return (
    <Row
      href={`/goals/${goal.id}`}
      current={current}
      before={<Ava name={name} />}
      title={`${name} · ${periodOf(goal)}`}
      meta={[figures, goal.what_helps && helpInWords(goal.what_helps)].filter(Boolean).join(' · ')}
      after={goal.advice_due && <AdviceDue day={goal.advice_due} />}
    />
  );
}

function reachedOf(goal: Goal): string {
  const target = (goal.agreed ?? goal.proposed)?.target ?? 0;
  return `${figure(goal, goal.reached.value)} ${t('ofTarget', { target: figure(goal, target) })}`;
}
