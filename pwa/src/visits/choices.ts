/** The answers of a check-in, in the order they are offered. */
import * as icons from '../kit/ui/icons';
import type { MetRole, NextStep, Outcome, Purpose } from './wire';

interface OutcomeChoice {
  value: Outcome;
  icon: string;
}

/** The usual four; none is chosen beforehand. */
export const usualOutcomes: readonly OutcomeChoice[] = [
  { value: 'advanced', icon: icons.up },
  { value: 'continued', icon: icons.same },
  { value: 'stalled', icon: icons.stuck },
  { value: 'nobody_met', icon: icons.door },
];

export const rareOutcomes: readonly OutcomeChoice[] = [
  { value: 'signed', icon: icons.sign },
  { value: 'paid', icon: icons.coin },
  { value: 'lost', icon: icons.leaf },
];

export const nextSteps: readonly NextStep[] = [
  'see_enquiries',
  'meet_partner',
  'send_material',
  'call_again',
  'visit_again',
  'other',
];

export const purposes: readonly Purpose[] = [
  'first',
  'follow_up',
  'close',
  'collect',
  'service',
  'renew',
];

/** Each role with the key of its short name. */
export const roles = [
  { value: 'boss', key: 'roleBoss' },
  { value: 'influencer', key: 'roleInfluencer' },
  { value: 'user', key: 'roleUser' },
  { value: 'gatekeeper', key: 'roleGatekeeper' },
  { value: 'unknown', key: 'roleUnknown' },
] as const satisfies readonly { value: MetRole; key: string }[];
