import { useLocation, useRoute } from 'preact-iso';
import type { Person } from '../kit/api/session';
import { dayOf, money } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { pending, pendingOf } from '../kit/outbox';
import { Card, Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { thanks, tray } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { useInSight } from '../kit/ui/in-sight';
import { ListButton } from '../kit/ui/ListButton';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { MorePages } from '../people/MorePages';
import { MyShares } from '../shares/MyShares';
import { ReadNote } from '../people/ReadNote';
import { inGroups, periodOf } from './figures';
import { GoalBar, StateTag } from './GoalBar';
import { NewGoalSheet } from './GoalSheet';
import { born, GOAL, goalLane } from './goals';
import { readGoals, useForecast, useGoals, useRewards } from './remote';
import { WhatHelps } from './WhatHelps';
import type { Goal } from './wire';
import { t } from './words';

/** Month, week, day: how far, what is short, and one tap to ask. */
export function MyGoals({ person }: { person: Person }) {
  const { query, route } = useLocation();
  const read = useGoals(person.id);
  const goals = read.value?.items ?? [];
  const { open, over } = inGroups(goals, dayOf());
  useInSight(useRoute().params['id'], read.value !== undefined);
  const unsent = born(pendingOf(GOAL), new Set(goals.map(({ id }) => id)));
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back="/me"
      refresh={[read]}
      dock={<ListButton href="/goals?new">{t('propose')}</ListButton>}
    >
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {read.value && goals.length + unsent.length === 0 && (
        <Empty title={t('empty')}>{t('emptyWhy')}</Empty>
      )}
      {unsent.map(({ id, label }) => (
        <Card key={id} as="article">
          <div class="row">
            <strong class="grow">{label.detail}</strong>
            <Tag icon={tray}>{t('waits')}</Tag>
          </div>
        </Card>
      ))}
      {open.map(({ period, goals: some }) => (
        <section key={`${period}${some[0]?.first}`}>
          <h2>{some[0] && periodOf(some[0])}</h2>
          {some.map((goal) => (
            <GoalCard key={goal.id} goal={goal} larger={goals.find(isOf(goal))} />
          ))}
        </section>
      ))}
      <ForecastCard personId={person.id} />
      <Thanked me={person.id} />
      <MyShares />
      {over.length > 0 && <Over goals={over} />}
      <MorePages list={read} read={(cursor) => readGoals(person.id, cursor)} />
      {'new' in query && <NewGoalSheet owner={person.id} onClose={() => route('/goals', true)} />}
    </Page>
  );
}

function isOf({ within_id }: Goal) {
  return ({ id }: Goal) => id === within_id;
}

/** A week stands in its month, a day in its week. */
function GoalCard({ goal, larger }: { goal: Goal; larger: Goal | undefined }) {
  const chosen = useRoute().params['id'];
  return (
    <Card as="article">
      <div class="row">
        <a
          class="link grow"
          href={`/goals/${goal.id}`}
          aria-current={goal.id === chosen ? 'true' : undefined}
        >
          {t(goal.metric)}
        </a>
        {pending(goalLane(goal.id)).length > 0 && <Tag icon={tray}>{t('waits')}</Tag>}
        <StateTag state={goal.state} />
      </div>
      {larger && (
        <p class="meta">{t('partOf', { goal: `${t(larger.metric)} · ${periodOf(larger)}` })}</p>
      )}
      <GoalBar goal={goal} />
      <WhatHelps goal={goal} mine />
    </Card>
  );
}

function Over({ goals }: { goals: readonly Goal[] }) {
  const chosen = useRoute().params['id'];
  return (
    <section>
      <h2>{t('over')}</h2>
      <Rows label={t('over')}>
        {goals.map((goal) => (
          <Row
            key={goal.id}
            href={`/goals/${goal.id}`}
            current={goal.id === chosen}
            title={t(goal.metric)}
            meta={periodOf(goal)}
            after={<StateTag state={goal.state} />}
          />
        ))}
      </Rows>
    </section>
  );
}

/** 预收 beside the own promise: two figures, side by side, and no verdict. */
function ForecastCard({ personId }: { personId: string }) {
  const { value } = useForecast(personId);
  if (!value || value.deals.length === 0) return null;
  return (
    <Card>
      <h2>{t('forecast')}</h2>
      <p class="meta">{t('forecastWhy')}</p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('expected')}</th>
            <td class="num">{money(value.expected)}</td>
          </tr>
          <tr>
            <th scope="row">{t('promised')}</th>
            <td class="num">{money(value.promised)}</td>
          </tr>
        </tbody>
      </table>
      {value.without_promise > 0 && (
        <p class="meta">{t('withoutPromise', { n: value.without_promise })}</p>
      )}
    </Card>
  );
}

/** What was said about me before the team. */
function Thanked({ me }: { me: string }) {
  const { value } = useRewards();
  const mine = value?.items.filter(({ owner }) => owner.id === me) ?? [];
  if (mine.length === 0) return null;
  return (
    <section>
      <h2>{t('thanked')}</h2>
      <Rows label={t('thanked')}>
        {mine.map(({ id, by, why, goal }) => (
          <Row
            key={id}
            href={`/goals/${goal.id}`}
            before={<Icon of={thanks} />}
            title={t(goal.metric)}
            meta={t('thanksFrom', { name: fullName(by), why })}
          />
        ))}
      </Rows>
    </section>
  );
}
