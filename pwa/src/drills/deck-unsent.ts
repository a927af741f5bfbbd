/** What the server read out as a deck, and what lies unsent on this phone, as one set of facts. Pure. */
import { dayOf, type Money } from '../kit/i18n/format';
import type { Item } from '../kit/outbox';
import type { VisitKnown } from '../visits/known';
import type { CheckInNew, Move, VisitNew } from '../visits/wire';
import type { Planned, SaidAt } from './deck-rule';
import type { ClientRef, DeckItem, DeckRead, DeckVisit, RoundNew } from './wire';

/** What this phone knows besides the deck. */
export type SheetState = DeckItem['sheet'];

export interface PhoneKnows {
  /** A visit that a list has brought. */
  visit: (id: string) => VisitKnown | undefined;
  /** As it was read, or that nobody has begun it; nothing where this phone cannot know. */
  sheet: (client: string) => SheetState | undefined;
  /** How many answers stand, as the list of clients told. */
  answersListed: (client: string) => number | undefined;
  bigOrder: () => Money | undefined;
}

interface Told {
  read: DeckRead | undefined;
  unsent: readonly Item[];
  /** The next working day; null when nobody has named one. */
  day: string | null;
  today: string;
  phone: PhoneKnows;
}

/** Of the coming day, with plans made, changed and moved here. */
export function plannedNow({ read, unsent, day, phone }: Told): Planned[] {
  const stored = (read?.items ?? []).flatMap(({ visit, client, big_order, rounds }) =>
    visit ? [{ visit, client, big: big_order, rounds }] : [],
  );
  const known = new Set(stored.map(({ visit }) => visit.id));
  const born = [...unsent.filter(isPlan).map(ofPlan), ...movedHere(unsent, stored, phone)]
    .filter(({ visit }) => visit.day === day && !known.has(visit.id))
    .map((one) => ({ ...one, big: isBig(one.visit.amount, phone.bigOrder()), rounds: 0 }));
  const gone = new Set(unsent.filter(takesAway).map(({ lane }) => lane));
  return [...stored, ...born]
    .filter(({ visit }) => !gone.has(laneOf(visit.id)))
    .map((one) => withRounds(withChanges(one, unsent, phone), unsent));
}

/** Whether this is a round played for a card, and not sent yet. */
export function isRoundOf(
  { kind, method, body }: Item,
  { visit, client }: { visit: DeckVisit | null; client: ClientRef },
): boolean {
  if (kind !== 'round' || method !== 'POST') return false;
  const { visit_id, client_id } = body as RoundNew;
  return visit ? visit_id === visit.id : client_id === client.id;
}

/** What clients said since the last evening and nobody has told to be answered. */
export function heardNow(told: Told): SaidAt[] {
  const { read, unsent, today } = told;
  const since = read?.since ?? today;
  const stored = reasonsOf(read, 'heard_today');
  const here = [...new Set(unsent.filter(isCheckIn).map(({ lane }) => lane))].flatMap(
    (lane) => saidAt(lane, stored, told) ?? [],
  );
  const retold = new Set(here.map(({ visit }) => visit));
  const said = [
    ...stored.filter(({ reason }) => !retold.has(reason.origin.id)),
    ...here.filter(({ on }) => since <= on && on <= today).flatMap(({ said: all }) => all),
  ];
  const answered = new Set(toldIn(unsent, 'answered').map(({ objection_id }) => objection_id));
  return said.filter(({ reason }) => !answered.has(reason.id));
}

/** What comes back, without what a client was answered meanwhile; of two of a kind at one visit the lost one stays. */
export function dueNow(told: Told): SaidAt[] {
  const settled = new Set(
    toldIn(told.unsent, 'answered').flatMap(({ visit, type_key }) => {
      const client = clientOf(visit, told);
      return client && type_key ? [`${client.id} ${type_key}`] : [];
    }),
  );
  const lost = new Set(
    toldIn(told.unsent, 'not_answered').map(({ visit, type_key }) => `${visit} ${type_key}`),
  );
  return reasonsOf(told.read, 'returns').filter(
    ({ client, reason: { origin, type_key } }) =>
      !settled.has(`${client.id} ${type_key}`) || lost.has(`${origin.id} ${type_key}`),
  );
}

/** What somebody asked to replay after a ride-along; only the server lays it there. */
export function replaysNow({ read }: Told): SaidAt[] {
  return reasonsOf(read, 'replay');
}

/** The day of the next plan made here, where the server has not been asked yet. */
export function nextPlanned(unsent: readonly Item[], today: string): string | null {
  const days = unsent.filter(isPlan).map(({ body }) => (body as VisitNew).day);
  return days.filter((day) => day > today).sort()[0] ?? null;
}

function reasonsOf(
  read: DeckRead | undefined,
  kind: 'heard_today' | 'returns' | 'replay',
): SaidAt[] {
  return (read?.items ?? []).flatMap(({ client, reasons }) =>
    reasons.filter((reason) => reason.kind === kind).map((reason) => ({ client, reason })),
  );
}

interface Retold {
  visit: string;
  on: string;
  said: SaidAt[];
}

/** The check-in of one visit as it is told last; null where only the server knows the client. */
function saidAt(lane: string, stored: readonly SaidAt[], told: Told): Retold | null {
  const items = told.unsent.filter((item) => isCheckIn(item) && item.lane === lane);
  const body = Object.assign({}, ...items.map((item) => item.body)) as Partial<CheckInNew>;
  const visit = visitIn(lane);
  const client = clientOf(visit, told);
  if (!client || !body.objections) return null;
  const known = told.phone.visit(visit);
  const before = stored.find(({ reason }) => reason.origin.id === visit)?.reason;
  const at = body.happened_at ?? before?.at ?? known?.check_in?.happened_at ?? null;
  const on = known?.day ?? before?.on ?? dayOf(at ?? undefined);
  const said_by = body.met_name ?? before?.said_by ?? known?.check_in?.met_name ?? null;
  const said = body.objections.map(({ id, type_key, words }) => ({
    client,
    reason: {
      ...{ kind: 'heard_today' as const, id, origin: { kind: 'visit', id: visit }, on },
      ...{ at, said_by, type_key: type_key ?? null, words: words ?? null, step: null },
    },
  }));
  return { visit, on, said };
}

/** Wherever this phone can know it from. */
function clientOf(visit: string, { read, unsent, phone }: Told): ClientRef | null {
  const card = (read?.items ?? []).find(({ reasons }) =>
    reasons.some(({ origin }) => origin.id === visit),
  );
  if (card) return card.client;
  const known = phone.visit(visit)?.client;
  if (known) return known;
  const item = unsent.find((one) => one.lane === laneOf(visit) && clientIn(one) !== undefined);
  const id = item && clientIn(item);
  return id ? { id, name: item.label.client ?? '' } : null;
}

function clientIn({ body }: Item): string | undefined {
  return (body as { client_id?: string } | null)?.client_id;
}

interface ToldOf {
  visit: string;
  objection_id: string;
  type_key: string | null;
}

/** Told of a visit after it, and not sent yet. */
function toldIn(unsent: readonly Item[], result: string): ToldOf[] {
  return unsent
    .filter(({ kind, method }) => kind === 'reality-check' && method === 'PUT')
    .flatMap(({ lane, body }) =>
      (body as { items: RealityItem[] }).items
        .filter((item) => item.result === result)
        .map(({ objection_id, type_key }) => ({
          visit: visitIn(lane),
          objection_id: objection_id ?? '',
          type_key: type_key ?? null,
        })),
    );
}

interface RealityItem {
  objection_id?: string | null;
  type_key?: string | null;
  result: string;
}

/** A plan made here, before anybody said what it is worth or played it. */
type Made = Omit<Planned, 'big' | 'rounds'>;

function ofPlan({ body, label }: Item): Made {
  const { id, day, planned_time, purpose, aim, amount, client_id } = body as VisitNew;
  return {
    visit: { id, day, planned_time, purpose, aim, amount },
    client: { id: client_id, name: label.client ?? '' },
  };
}

/** Moved to another day here: the new visit has the plan of the old one. */
function movedHere(unsent: readonly Item[], stored: readonly Planned[], phone: PhoneKnows): Made[] {
  return unsent
    .filter(({ kind }) => kind === 'move')
    .flatMap(({ lane, body }) => {
      const { id, to_day: day, planned_time } = body as Move;
      const old = stored.find(({ visit }) => visit.id === visitIn(lane));
      const known = phone.visit(visitIn(lane));
      const [plan, client] = old ? [old.visit, old.client] : [known, known?.client];
      if (!plan || !client) return [];
      const { purpose, aim, amount } = plan;
      return [{ visit: { id, day, planned_time, purpose, aim, amount }, client }];
    });
}

function withRounds(one: Planned, unsent: readonly Item[]): Planned {
  return { ...one, rounds: one.rounds + unsent.filter((item) => isRoundOf(item, one)).length };
}

/** Another time, purpose, aim or amount, said here. */
function withChanges(one: Planned, unsent: readonly Item[], phone: PhoneKnows): Planned {
  const changes = unsent.filter(
    ({ kind, method, lane }) =>
      kind === 'visit' && method === 'PATCH' && lane === laneOf(one.visit.id),
  );
  if (changes.length === 0) return one;
  const visit = Object.assign({}, one.visit, ...changes.map(({ body }) => body)) as DeckVisit;
  const { id, day, planned_time, purpose, aim, amount } = visit;
  return {
    ...one,
    visit: { id, day, planned_time, purpose, aim, amount },
    big: isBig(amount, phone.bigOrder()),
  };
}

/** At or over the organisation's amount. */
function isBig(amount: Money | null, from: Money | undefined): boolean {
  return (
    amount !== null &&
    from !== undefined &&
    amount.currency === from.currency &&
    amount.amount_minor >= from.amount_minor
  );
}

function isPlan({ kind, method }: Item): boolean {
  return kind === 'visit' && method === 'POST';
}

function isCheckIn({ kind }: Item): boolean {
  return kind === 'check-in';
}

/** Moved, cancelled, or made before its day: nothing is left to play for. */
function takesAway(item: Item): boolean {
  return item.kind === 'move' || item.kind === 'cancellation' || isCheckIn(item);
}

function laneOf(visit: string): string {
  return `visit:${visit}`;
}

function visitIn(lane: string): string {
  return lane.slice(laneOf('').length);
}
