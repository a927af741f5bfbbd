/** The visit of a screen, from whatever this phone has of it. */
import { useEffect } from 'preact/hooks';
import { withUnsent } from '../clients/pending';
import { clientLane } from '../clients/lanes';
import { clientsRead, useClient, visitsRead } from '../clients/remote';
import { isGone } from '../kit/api/problem';
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { items, pending, pendingOf, ready, type Item } from '../kit/outbox';
import type { VisitAtHand } from './actions';
import { purposes } from './choices';
import { KINDS, visitLane } from './kinds';
import { knownVisit, type VisitKnown } from './known';
import { useVisit } from './remote';
import type { CheckInNew, ClientRef, Contact, Move, VisitNew } from './wire';

/** The visit without whom to meet there, which the client says. */
export interface Told {
  visit: Omit<VisitAtHand, 'contact'> & { contact?: Contact | null };
  day: string;
}

export type Found = { told: Told } | { told: null; why: 'loading' | 'not-here' | 'no-answer' };

export function useVisitTold(id: string): Found {
  const resource = useVisit(id);
  const stored = resource.value ?? knownVisit(id);
  const told = stored ? ofServer(stored) : ofPhone(id, items.value);
  if (told) return { told };
  if (!resource.error || !ready.value) return { told: null, why: 'loading' };
  return { told: null, why: isGone(resource.error) ? 'not-here' : 'no-answer' };
}

/** Planned, moved here, or told already, on this phone and not sent yet. */
export function ofPhone(id: string, unsent: readonly Item[]): Told | undefined {
  const item = unsent.find(({ lane, ...of }) => lane === visitLane(id) && bearsVisit(of));
  if (!item) return movedHere(id, unsent);
  const body = item.body as VisitNew | CheckInNew;
  const client = { id: body.client_id, name: item.label.client ?? '' };
  return {
    visit: { id, client, purpose: body.purpose, version: null, checkIn: null },
    day: 'day' in body ? body.day : dayOf(body.happened_at),
  };
}

function movedHere(id: string, unsent: readonly Item[]): Told | undefined {
  const move = unsent.find(({ kind, body }) => kind === KINDS.move && (body as Move).id === id);
  const from = move && knownVisit(move.lane.slice(visitLane('').length));
  if (!from) return undefined;
  const { client, purpose } = from;
  const day = (move.body as Move).to_day;
  return { visit: { id, client, purpose, version: null, checkIn: null }, day };
}

/** An unplanned visit has no plan to read; its address names the client and, it may be, what for. */
export function ofAddress(
  id: string,
  client: ClientRef,
  { asked, isFirst }: { asked: string | undefined; isFirst: boolean },
): Told {
  const purpose = purposes.find((one) => one === asked) ?? (isFirst ? 'first' : 'follow_up');
  return { visit: { id, client, purpose, version: null, checkIn: null }, day: dayOf() };
}

/**
 * Whether nobody of us was at this client before, as far as this phone knows: where it knows nothing
 * of earlier visits, there may have been some.
 */
export function useIsFirst(client: string, visit: string, isAsked: boolean): boolean {
  const read = visitsRead(client);
  const isBorn = pending(clientLane(client)).some(({ kind }) => kind === KINDS.client);
  useEffect(() => {
    if (isAsked && !isBorn) void read.reload();
  }, [read, isBorn, isAsked]);
  const told = pendingOf(KINDS.checkIn).filter(({ lane }) => lane !== visitLane(visit));
  if (told.some(({ body }) => (body as Partial<CheckInNew>).client_id === client)) return false;
  if (isBorn) return true;
  return read.value?.items.every(({ id, check_in }) => id === visit || !check_in) ?? false;
}

/** Name and contacts, also of a client that is still on this phone only. */
export function useClientAtHand(id: string) {
  const { value: read, error } = useClient(id);
  const list = clientsRead();
  useEffect(() => {
    if (!list.value) void list.reload();
  }, [list]);
  const person = me.value;
  const client = person ? withUnsent(read, pending(clientLane(id)), person) : read;
  const line = list.value?.items.find((card) => card.id === id);
  const name = client?.name ?? line?.name ?? '';
  const contacts: readonly Contact[] = client?.contacts ?? [];
  return { name, contacts, isComing: name === '' && error === null };
}

function bearsVisit({ kind, method }: Pick<Item, 'kind' | 'method'>): boolean {
  if (kind === KINDS.visit) return method === 'POST';
  return kind === KINDS.checkIn && method === 'PUT';
}

function ofServer(stored: VisitKnown): Told {
  const { id, client, purpose, version, day, check_in: checkIn } = stored;
  const contact = stored.contact ?? knownVisit(id)?.contact;
  return { visit: { id, client, purpose, version, checkIn, ...(contact && { contact }) }, day };
}
