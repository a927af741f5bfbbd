/** What a rep does with a visit. Each is kept on the phone first and sent by the outbox. */
import { clientLane } from '../clients/lanes';
import { addresses as clients } from '../clients/remote';
import { uuid7 } from '../kit/api/uuid7';
import { enqueue, enqueueAll, items, openForEdit, type Item, type NewItem } from '../kit/outbox';
import './arrivals';
import { changesIn, checkInOf, saidIn, whoWasMet, type CheckInForm } from './check-in';
import { draftOf, KINDS, visitLane } from './kinds';
import { fieldWords, planWords } from './label';
import { openUnsentReality } from './reality-outbox';
import { addresses, visitNow } from './remote';
import { visitNewOf, type PlanForm } from './plan';
import type { CheckInRead, ClientRef, Contact, Move, Purpose } from './wire';
import { t } from './words';
import { t as tc } from './words-of-check-in';

/** A visit as far as this phone knows it; `version` is null until the server has it. */
export interface VisitAtHand {
  id: string;
  client: ClientRef;
  purpose: Purpose;
  version: number | null;
  checkIn: CheckInRead | null;
  /** Whom it was planned with. */
  contact: Contact | null;
}

type Named = Pick<VisitAtHand, 'id' | 'client'>;

/**
 * Resolves when the check-in, and what belongs to it, lies on the phone: all or nothing. True when
 * there was something to keep.
 */
export async function checkIn(
  visit: VisitAtHand,
  form: CheckInForm,
  also: readonly NewItem[] = [],
): Promise<boolean> {
  const wishes = [...telling(await asStored(visit), form), ...also];
  if (wishes.length > 0) await enqueueAll(wishes);
  return wishes.length > 0;
}

/** Told elsewhere before, as the server has said: what it has is read first, else it refuses once more. */
async function asStored(visit: VisitAtHand): Promise<VisitAtHand> {
  const isTold = unsentCheckIn(visit.id)?.problem?.code === 'born_differently';
  const read = isTold && !visit.checkIn ? await visitNow(visit.id) : undefined;
  return read?.check_in ? { ...visit, version: read.version, checkIn: read.check_in } : visit;
}

function telling(visit: VisitAtHand, form: CheckInForm): NewItem[] {
  const { checkIn: stored, version, purpose, contact: expected } = visit;
  const path = addresses.checkIn(visit.id);
  const whole = { method: 'PATCH' as const, path, body: saidIn(form, { purpose, expected }) };
  if (!stored || version === null) {
    return [{ ...labelled(visit, form), ...firstTelling(visit, form), change: whole }];
  }
  const body = changesIn(form, stored, { purpose, expected });
  if (Object.keys(body).length === 0 && !unsentCheckIn(visit.id)) return [];
  const ifMatch = `"${version}"`;
  return [{ ...labelled(visit, form), ...whole, body, ifMatch, change: whole }];
}

/** Opens the form with what is not sent yet, so that saving again corrects it. */
export async function openUnsent(visitId: string): Promise<void> {
  const item = unsentCheckIn(visitId);
  if (item) await openForEdit(item);
  await openUnsentReality(visitId);
}

export function unsentCheckIn(visitId: string): Item | undefined {
  return unsent(KINDS.checkIn, visitId);
}

export function unsentPlan(visitId: string): Item | undefined {
  return unsent(KINDS.visit, visitId);
}

function unsent(kind: string, visitId: string): Item | undefined {
  return items.value.findLast((item) => item.kind === kind && item.lane === visitLane(visitId));
}

/** With its client, when the form names a new one. */
export async function planVisit(form: PlanForm, client: ClientRef): Promise<void> {
  await enqueueAll([...born(form, client), planned(form, client)]);
}

/** Another time, purpose or aim; another day is a move. */
export async function changePlan(form: PlanForm, client: ClientRef, version: number) {
  const { id } = form;
  const item = unsentPlan(id);
  await enqueue({
    ...plainly({ id, client }, KINDS.visit),
    method: 'PATCH',
    path: addresses.visit(id),
    body: planPart(form),
    label: { client: client.name, fields: planWords() },
    ifMatch: `"${version}"`,
    ...(item && { edits: item.id }),
  });
}

/** A check-in at a client nobody has entered yet: the client goes first. */
export async function bearClient(form: PlanForm, client: ClientRef): Promise<void> {
  const wishes = born(form, client);
  if (wishes.length > 0) await enqueueAll(wishes);
}

export interface Moved {
  toDay: string;
  time: string;
  reason: string;
}

export async function moveVisit(visit: Named, { toDay, time, reason }: Moved) {
  await enqueue({
    ...plainly(visit, KINDS.move),
    method: 'PUT',
    path: addresses.move(visit.id),
    body: { id: uuid7(), to_day: toDay, planned_time: time || null, reason: reason.trim() },
  });
}

export async function cancelVisit(visit: Named, reason: string): Promise<void> {
  await enqueue({
    ...plainly(visit, KINDS.cancellation),
    method: 'PUT',
    path: addresses.cancellation(visit.id),
    body: { reason: reason.trim() },
  });
}

function firstTelling(visit: VisitAtHand, form: CheckInForm) {
  return {
    method: 'PUT' as const,
    path: addresses.checkIn(visit.id),
    body: checkInOf(form, {
      clientId: visit.client.id,
      purpose: visit.purpose,
      happenedAt: firstTold(visit.id) ?? new Date().toISOString(),
      expected: visit.contact,
    }),
  };
}

/** A correction does not change when the visit was. */
function firstTold(visitId: string): string | null {
  const body = unsentCheckIn(visitId)?.body as { happened_at?: string } | undefined;
  return body?.happened_at ?? null;
}

function labelled(visit: VisitAtHand, form: CheckInForm) {
  const heard = form.objections.filter(({ words }) => words.trim()).length;
  const outcome = form.outcome ? t(form.outcome) : '';
  const detail = heard > 0 ? `${outcome} · ${tc('ownWords', { n: heard })}` : outcome;
  const label = {
    client: visit.client.name,
    detail,
    fields: fieldWords(whoWasMet(form, visit.contact)),
  };
  return {
    ...plainly(visit, KINDS.checkIn),
    within: ['check_in'],
    label,
    draft: draftOf(KINDS.checkIn, visit.id),
  };
}

function plainly(visit: Named, kind: string) {
  return {
    kind,
    lane: visitLane(visit.id),
    needs: needsOf(visit),
    label: { client: visit.client.name },
  };
}

function planned(form: PlanForm, client: ClientRef): NewItem {
  const { id } = form;
  return {
    ...plainly({ id, client }, KINDS.visit),
    ...(!form.client && { needs: [clientLane(client.id)] }),
    method: 'POST',
    path: addresses.visits,
    body: visitNewOf(form, client.id),
    label: { client: client.name, detail: t(form.purpose ?? 'follow_up'), fields: planWords() },
    ...corrected(id, form),
  };
}

/** A plan that came back is sent again in its own place. */
function corrected(id: string, form: PlanForm): Partial<NewItem> {
  const item = unsentPlan(id);
  if (!item) return {};
  const change = { method: 'PATCH' as const, path: addresses.visit(id), body: planPart(form) };
  return { edits: item.id, change };
}

function planPart(form: PlanForm) {
  const { planned_time, purpose, aim, amount } = visitNewOf(form, '');
  return { planned_time, purpose, aim, amount };
}

function born(form: PlanForm, client: ClientRef): NewItem[] {
  if (form.client) return [];
  return [
    {
      kind: KINDS.client,
      lane: clientLane(client.id),
      method: 'POST',
      path: clients.clients,
      body: { ...client, contacts: [] },
      label: { client: client.name },
    },
  ];
}

/**
 * Waits for what was born on this phone and is not sent yet: the client and its contacts, and the
 * move that made the visit. A refused sheet of the same client holds no check-in back.
 */
function needsOf({ id, client }: Named): string[] {
  const lane = clientLane(client.id);
  const isBorn = items.value.some((item) => item.lane === lane && item.method === 'POST');
  const moves = items.value.filter(
    ({ kind, body }) => kind === KINDS.move && (body as Move).id === id,
  );
  return [...(isBorn ? [lane] : []), ...moves.map((move) => move.lane)];
}
