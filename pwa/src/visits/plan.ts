/** A planned visit as it stands in the form. Pure. */
import { uuid7 } from '../kit/api/uuid7';
import { minorUnits } from '../kit/i18n/format';
import { CURRENCY } from './check-in';
import type { ClientRef, Purpose, VisitNew, VisitRead } from './wire';

export interface PlanForm {
  /** Of the visit; born with the form, so that a repeat is known. */
  id: string;
  client: ClientRef | null;
  /** The name of a client that nobody has entered yet; it gets this id. */
  newClient: string;
  newClientId: string;
  day: string;
  time: string;
  purpose: Purpose | null;
  aim: string;
  amount: string;
}

export type PlanMissing = 'client' | 'day' | 'purpose' | 'amountUnclear';

export function blankPlan(day: string, client: ClientRef | null): PlanForm {
  return {
    id: uuid7(),
    client,
    newClient: '',
    newClientId: uuid7(),
    day,
    time: '',
    purpose: null,
    aim: '',
    amount: '',
  };
}

/** Of a plan that was refused and comes back to be mended. */
export function planOf(sent: VisitNew, client: ClientRef): PlanForm {
  return {
    ...blankPlan(sent.day, client),
    id: sent.id,
    time: sent.planned_time ?? '',
    purpose: sent.purpose,
    aim: sent.aim ?? '',
    amount: sent.amount ? String(sent.amount.amount_minor / 100) : '',
  };
}

/** Of a plan the server has. */
export function planOfStored({ client, ...visit }: VisitRead): PlanForm {
  const { id, day, planned_time, purpose, aim, amount } = visit;
  return planOf({ id, client_id: client.id, day, planned_time, purpose, aim, amount }, client);
}

/** Whom the plan is about: a known client, or one that is born with it. */
export function clientOf(form: PlanForm): ClientRef | null {
  if (form.client) return form.client;
  const name = form.newClient.trim();
  return name ? { id: form.newClientId, name } : null;
}

export function whatPlanMisses(form: PlanForm): PlanMissing[] {
  const missing: PlanMissing[] = [];
  if (!clientOf(form)) missing.push('client');
  if (!form.day) missing.push('day');
  if (!form.purpose) missing.push('purpose');
  if (form.amount.trim() && minorUnits(form.amount, CURRENCY) === null) {
    missing.push('amountUnclear');
  }
  return missing;
}

export function visitNewOf(form: PlanForm, clientId: string): VisitNew {
  if (!form.purpose) throw new TypeError('a plan has a purpose');
  const minor = minorUnits(form.amount, CURRENCY);
  return {
    id: form.id,
    client_id: clientId,
    day: form.day,
    planned_time: form.time || null,
    purpose: form.purpose,
    aim: form.aim.trim() || null,
    amount: minor === null ? null : { amount_minor: minor, currency: CURRENCY },
  };
}
