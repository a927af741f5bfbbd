/** What of goals lies unsent on this phone. Pure. */
import type { Item } from '../kit/outbox';

/** Kinds of outbox items. */
export const GOAL = 'goal';
export const GOAL_CHANGE = 'goal-change';
export const AGREEMENT = 'goal-agreement';
export const ADVICE = 'advice';
export const ADVICE_ANSWER = 'advice-answer';
export const REWARD = 'reward';
export const KINDS = [GOAL, GOAL_CHANGE, AGREEMENT, ADVICE, ADVICE_ANSWER, REWARD] as const;

export const NEW_GOAL_DRAFT = 'goal:new';

export function goalLane(id: string): string {
  return `goal:${id}`;
}

/** Where a form about one goal keeps what is typed; Edit in the outbox opens it there. */
export function draftOf(kind: (typeof KINDS)[number], id: string): string {
  return `${kind}:${goalLane(id)}`;
}

/** Goals that were proposed on this phone and are not yet on the server. */
export function born(unsent: readonly Item[], known: ReadonlySet<string>): Item[] {
  return unsent.filter(({ lane }) => !known.has(lane.slice(lane.indexOf(':') + 1)));
}
