/** What somebody does with a goal. Each is kept on the phone first and sent by the outbox. */
import { keys } from '../commitments/remote';
import { uuid7 } from '../kit/api/uuid7';
import { refresh } from '../kit/cache';
import { dayOf, minorUnits } from '../kit/i18n/format';
import { enqueue, onDelivered, type NewItem } from '../kit/outbox';
import { isMoney } from './figures';
import {
  ADVICE,
  ADVICE_ANSWER,
  AGREEMENT,
  draftOf,
  GOAL,
  GOAL_CHANGE,
  goalLane,
  KINDS,
  NEW_GOAL_DRAFT,
  REWARD,
} from './goals';
import { addresses, GOAL_READS } from './remote';
import type { AdviceForm, AnswerForm, Goal, GoalForm, Metric } from './wire';
import { t } from './words';

/** The amount as it was typed: a whole number, or money in its smallest unit; null when it is neither. */
export function amountOf(typed: string, metric: Metric, currency: string): number | null {
  if (isMoney(metric)) return minorUnits(typed, currency);
  const plain = typed.trim();
  return /^[1-9]\d{0,5}$/.test(plain) ? Number(plain) : null;
}

export async function propose(form: GoalForm, currency: string): Promise<void> {
  const id = uuid7();
  await enqueue({
    ...about(id, form.metric),
    kind: GOAL,
    method: 'POST',
    path: addresses.goals,
    body: {
      id,
      owner_id: form.owner,
      period: form.period,
      day: dayOf(),
      metric: form.metric,
      within_id: form.within || null,
      ...amounts(form, currency),
    },
    draft: NEW_GOAL_DRAFT,
  });
}

export async function proposeChange(goal: Goal, form: GoalForm, currency: string): Promise<void> {
  await enqueue({
    ...about(goal.id, goal.metric),
    kind: GOAL_CHANGE,
    method: 'POST',
    path: addresses.versions(goal.id),
    body: { id: uuid7(), ...amounts(form, currency), why: form.why.trim() || null },
    draft: draftOf(GOAL_CHANGE, goal.id),
  });
}

export async function agree(goal: Goal): Promise<void> {
  if (!goal.proposed) return;
  await enqueue({
    ...about(goal.id, goal.metric),
    kind: AGREEMENT,
    method: 'PUT',
    path: addresses.agreement(goal.id),
    body: { version_id: goal.proposed.id },
  });
}

export async function advise(goal: Goal, form: AdviceForm): Promise<void> {
  await enqueue({
    ...about(goal.id, goal.metric),
    kind: ADVICE,
    method: 'PUT',
    path: addresses.advice(goal.id),
    body: trimmed(form),
    draft: draftOf(ADVICE, goal.id),
  });
}

/** Without a form the rep takes the step as it was advised. */
export async function answerAdvice(goal: Goal, form: AnswerForm | null): Promise<void> {
  await enqueue({
    ...about(goal.id, goal.metric),
    kind: ADVICE_ANSWER,
    method: 'PUT',
    path: addresses.answer(goal.id),
    body: form ? { answer: 'other_cause', ...trimmed(form) } : { answer: 'agree' },
    ...(form && { draft: draftOf(ADVICE_ANSWER, goal.id) }),
  });
}

export async function sayThanks(goal: Goal, why: string): Promise<void> {
  await enqueue({
    ...about(goal.id, goal.metric),
    kind: REWARD,
    method: 'PUT',
    path: addresses.reward(goal.id),
    body: { why: why.trim() },
    draft: draftOf(REWARD, goal.id),
  });
}

function about(id: string, metric: Metric): Pick<NewItem, 'lane' | 'label'> {
  return { lane: goalLane(id), label: { detail: t(metric) } };
}

function amounts({ metric, target, stretch, quality }: GoalForm, currency: string) {
  return {
    target: amountOf(target, metric, currency),
    stretch: stretch.trim() ? amountOf(stretch, metric, currency) : null,
    quality: quality.trim() || null,
  };
}

function trimmed<T extends object>(form: T): T {
  const told = Object.entries(form).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return Object.fromEntries(told) as T;
}

for (const kind of KINDS) {
  onDelivered(kind, async () => {
    await Promise.all([refresh(GOAL_READS), refresh(keys.open), refresh(keys.ledger)]);
  });
}
