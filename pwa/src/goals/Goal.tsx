/** One goal: how it goes and why, what it is made of, how it was agreed, how it ends. */
import { useLocation, useRoute } from 'preact-iso';
import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { Button, LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { late } from '../late';
import { agree } from './actions';
import { Around } from './Around';
import { End } from './End';
import { Factors } from './Factors';
import { FigureRows } from './FigureRows';
import { figure, periodOf } from './figures';
import { GoalBar, StateTag } from './GoalBar';
import { goalLane } from './goals';
import { History } from './History';
import { useGoal } from './remote';
import { WhatHelps } from './WhatHelps';
import type { GoalDetail } from './wire';
import { t } from './words';
import { t as to } from './words-of-one';

const ChangeGoalSheet = late(
  () => import('./ChangeGoal'),
  () => null,
);

export default function Goal() {
  const { params } = useRoute();
  const id = params['id'] ?? '';
  const read = useGoal(id);
  const { path, query, route } = useLocation();
  const { value } = read;
  return (
    <Page
      title={value ? t(value.metric) : t('title')}
      meta={value && [fullName(value.owner), periodOf(value)].join(' · ')}
      back="/goals"
      refresh={[read]}
    >
      <ReadNote of={read} />
      {!value && !read.error && <Skeleton />}
      {value && <Whole goal={value} />}
      {value && 'change' in query && (
        <ChangeGoalSheet goal={value} onClose={() => route(path, true)} />
      )}
    </Page>
  );
}

function Whole({ goal }: { goal: GoalDetail }) {
  const { path } = useLocation();
  const isMine = goal.owner.id === me.value?.id;
  const isSide = isMine || me.value?.role === 'manager';
  const runs = goal.elapsed.worked < goal.elapsed.of;
  return (
    <>
      <Card>
        <div class="row wrap">
          <h2 class="grow">{t('standing')}</h2>
          {pending(goalLane(goal.id)).length > 0 && <Tag icon={tray}>{t('waits')}</Tag>}
          <StateTag state={goal.state} />
        </div>
        <GoalBar goal={goal} />
        <Terms goal={goal} />
        <WhatHelps goal={goal} mine={isMine} />
      </Card>
      {isSide && <Proposed goal={goal} />}
      <End goal={goal} isMine={isMine} />
      <Around goal={goal} />
      <Factors goal={goal} />
      <FigureRows goal={goal} isMine={isMine} />
      <History goal={goal} />
      {isSide && runs && goal.agreed && !goal.proposed && (
        <LinkButton look="quiet" href={`${path}?change`}>
          {to('change')}
        </LinkButton>
      )}
    </>
  );
}

/** What stands beside the figure: stretch, quality, and how much of the time is over. */
function Terms({ goal }: { goal: GoalDetail }) {
  const terms = goal.agreed ?? goal.proposed;
  const { elapsed, reached } = goal;
  return (
    <>
      <p class="meta">
        {[
          t('daysOver', { worked: elapsed.worked, of: elapsed.of }),
          t('from', { n: reached.n }),
          terms?.stretch && t('stretch', { stretch: figure(goal, terms.stretch) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {terms?.quality && <p>{t('quality', { words: terms.quality })}</p>}
    </>
  );
}

/** Whoever did not propose it agrees, or names another amount. */
function Proposed({ goal }: { goal: GoalDetail }) {
  const { path } = useLocation();
  const { proposed, history } = goal;
  if (!proposed) return null;
  const by = history.find(({ id }) => id === proposed.id)?.proposed_by;
  const target = figure(goal, proposed.target);
  const iProposed = proposed.proposed_by_id === me.value?.id;
  const press = async () => {
    await agree(goal);
    say(to('agreedNow'));
  };
  return (
    <Card>
      <p>
        {iProposed
          ? to('proposedByYou', { target })
          : to('proposedBy', { name: by ? fullName(by) : '', target })}
      </p>
      <div class="row wrap">
        {!iProposed && (
          <Button look="main" onClick={press}>
            {to('agree')}
          </Button>
        )}
        <LinkButton look="quiet" href={`${path}?change`}>
          {to('another')}
        </LinkButton>
      </div>
    </Card>
  );
}
