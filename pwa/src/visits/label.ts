/** How the outbox calls the fields of a check-in or a plan when two versions of it meet. */
import { objectionsInWords } from '../clients/objection-types';
import type { FieldWords } from '../kit/outbox';
import { nextSteps, purposes, rareOutcomes, roles, usualOutcomes } from './choices';
import type { Met } from './check-in';
import type { CheckInSaid } from './wire';
import { t } from './words';
import { t as tc } from './words-of-check-in';
import { t as tp } from './words-of-plan';

export function fieldWords(met: Met | null = null): Record<keyof CheckInSaid, FieldWords> {
  return {
    purpose: planWords().purpose,
    outcome: { name: tc('outcome'), options: outcomesInWords() },
    objections: { name: tc('objections'), options: objectionsInWords() },
    next_step: { name: tc('next_step'), options: nextStepsInWords() },
    next_step_text: { name: tc('next_step_text') },
    next_on: { name: tc('next_on') },
    amount: { name: tc('amount') },
    met_contact_id: {
      name: tc('met_contact_id'),
      options: met?.contact ? { [met.contact.id]: met.contact.name } : {},
    },
    met_name: { name: tc('met_name') },
    met_role: { name: tc('met_role'), options: rolesInWords() },
    competitor: { name: tc('competitor') },
    confidence_before: { name: tc('confidence_before') },
    note: { name: tc('note') },
    wants_help: { name: tc('wants_help') },
    help_words: { name: tc('help_words') },
  };
}

export function planWords(): Record<'planned_time' | 'purpose' | 'aim' | 'amount', FieldWords> {
  return {
    planned_time: { name: tp('time') },
    purpose: { name: tp('purpose'), options: inWords(purposes.map((one) => [one, t(one)])) },
    aim: { name: tp('aim') },
    amount: { name: tp('amount') },
  };
}

function outcomesInWords(): Record<string, string> {
  return inWords([...usualOutcomes, ...rareOutcomes].map(({ value }) => [value, t(value)]));
}

function nextStepsInWords(): Record<string, string> {
  return inWords(nextSteps.map((step) => [step, t(step)]));
}

function rolesInWords(): Record<string, string> {
  return inWords(roles.map(({ value, key }) => [value, tc(key)]));
}

function inWords(pairs: [string, string][]): Record<string, string> {
  return Object.fromEntries(pairs);
}
