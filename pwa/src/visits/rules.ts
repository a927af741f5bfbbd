/** Which rule of the effective visit holds on a day. Pure. */
import type { Requirement, Rule } from './rules-remote';

export const REQUIREMENTS: readonly Requirement[] = [
  'met_decider',
  'met_contact',
  'dated_next_step',
  'objection_heard',
  'amount',
];

/** Before the first rule of an organisation these hold. */
export const USUAL: readonly Requirement[] = ['met_decider', 'dated_next_step'];

export interface Book {
  /** Null while the usual ones hold. */
  now: Rule | null;
  /** From a later day on, the nearest first. */
  later: Rule[];
  earlier: Rule[];
}

/** `rules` come as the server tells them: the latest first. */
export function bookOn(day: string, rules: readonly Rule[]): Book {
  const begun = rules.filter(({ applies_from }) => applies_from <= day);
  const later = rules.filter(({ applies_from }) => applies_from > day).toReversed();
  return { now: begun[0] ?? null, later, earlier: begun.slice(1) };
}

/** In the order in which they are offered. */
export function withOne(
  requires: readonly Requirement[],
  one: Requirement,
  wanted: boolean,
): Requirement[] {
  return REQUIREMENTS.filter((known) => (known === one ? wanted : requires.includes(known)));
}
