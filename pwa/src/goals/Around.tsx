import { Row, Rows } from '../kit/ui/Card';
import { figure, periodOf } from './figures';
import { StateTag } from './GoalBar';
import type { Goal, GoalDetail } from './wire';
import { t } from './words';
import { t as to } from './words-of-one';

/** Month, week, day: what this goal is a step of, and the steps on the way to it. */
export function Around({ goal: { within, steps } }: { goal: GoalDetail }) {
  return (
    <>
      {within && <Part title={to('partOf')} goals={[within]} />}
      {steps.length > 0 && <Part title={to('steps')} goals={steps} />}
    </>
  );
}

function Part({ title, goals }: { title: string; goals: readonly Goal[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <Rows label={title}>
        {goals.map((one) => (
          <Row
            key={one.id}
            href={`/goals/${one.id}`}
            title={to('goalOf', { metric: t(one.metric), period: periodOf(one) })}
            meta={standing(one)}
            after={<StateTag state={one.state} />}
          />
        ))}
      </Rows>
    </section>
  );
}

function standing(one: Goal): string {
  const target = (one.agreed ?? one.proposed)?.target ?? 0;
  return `${figure(one, one.reached.value)} ${t('ofTarget', { target: figure(one, target) })}`;
}
