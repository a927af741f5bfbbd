/** A day as this phone knows it: what the server has, with what lies unsent here laid over it. Pure. */
import type { Item } from '../kit/outbox';
import { addresses } from './remote';
import { KINDS, noteLane } from './kinds';
import type {
  Curbside,
  CurbsideNew,
  Moment,
  MomentNew,
  PersonRef,
  PreparationGiven,
  Rescue,
  RescueNew,
  RideAlong,
  RideMoveGiven,
  RideVisit,
  RungGiven,
} from './wire';

/** A note and whether it still lies on this phone. */
export type Noted<T> = T & { unsent: boolean };

export interface DayAtHand extends Omit<RideAlong, 'moments' | 'rescues' | 'curbside'> {
  moments: Noted<Moment>[];
  rescues: Noted<Rescue>[];
  curbside: Noted<Curbside>[];
  /** Behaviours seen, as `visit behaviour`. */
  seen: ReadonlySet<string>;
  /** Something of it lies on this phone. */
  unsent: boolean;
}

export function dayAtHand(read: RideAlong, unsent: readonly Item[], me: PersonRef): DayAtHand {
  const own = unsent.filter(({ path }) => path.startsWith(`${addresses.rides}/${read.id}/`));
  const last = (kind: string) => own.findLast((item) => item.kind === kind);
  const [prepared, moved] = [last(KINDS.prepared), last(KINDS.moved)];
  return {
    ...read,
    ...(moved && movedHere(moved, me)),
    withdrawal: withdrawnHere(last(KINDS.withdrawn)) ?? read.withdrawal,
    accepted_at: acceptedAt(read, last(KINDS.accepted), moved),
    preparation: prepared ? preparedHere(prepared) : read.preparation,
    visits: read.visits.map((visit) => visitAtHand(visit, own, read.id, me)),
    moments: inOrder(momentsAtHand(read.moments, own, me)),
    rescues: inOrder([...read.rescues.map(arrived), ...born(read.rescues, own, rescueOf)]),
    curbside: inOrder([
      ...read.curbside.map(arrived),
      ...born(read.curbside, own, (item) => lineOf(item, me)),
    ]),
    seen: seenAtHand(read, own),
    replays: [...new Set([...read.replays, ...of(own, KINDS.replay).map(lastPart)])],
    unsent: own.length > 0,
  };
}

/** Who is on this phone: the one who helps, the one who is helped, or somebody who looks on. */
export type Seat = 'mentor' | 'apprentice' | 'onlooker';

export function seatOf(ride: Pick<RideAlong, 'mentor' | 'apprentice'>, me: string): Seat {
  if (ride.mentor.id === me) return 'mentor';
  return ride.apprentice.id === me ? 'apprentice' : 'onlooker';
}

export function tickOf(visit: string, behaviour: string): string {
  return `${visit} ${behaviour}`;
}

function acceptedAt(read: RideAlong, accepted: Item | undefined, moved: Item | undefined) {
  if (accepted && (!moved || accepted.place > moved.place)) return timeOf(accepted);
  return moved ? null : read.accepted_at;
}

function movedHere({ body }: Item, me: PersonRef): Partial<RideAlong> {
  return { day: (body as RideMoveGiven).to_day, asked_by_id: me.id };
}

function withdrawnHere(item: Item | undefined): RideAlong['withdrawal'] {
  return item ? { ...(item.body as { reason: string | null }), at: timeOf(item) } : null;
}

function preparedHere(item: Item) {
  return { ...(item.body as PreparationGiven), at: timeOf(item) };
}

function visitAtHand(
  visit: RideVisit,
  own: readonly Item[],
  ride: string,
  me: PersonRef,
): RideVisit {
  const path = addresses.visit(ride, visit.visit_id);
  const here = own.filter((item) => item.kind === KINDS.rung && item.path === path);
  if (here.length === 0) return visit;
  const mine = here
    .map(({ body }) => (body as { choice?: RungGiven | null }).choice)
    .findLast((choice) => choice != null);
  if (!mine) return { ...visit, in_ride: true };
  const others = visit.choices.filter(({ by }) => by.id !== me.id);
  const choices = [...others, { ...mine, by: me }].sort(byTime);
  const latest = choices.at(-1) ?? mine;
  return { ...visit, in_ride: true, choices, rung: latest.rung, leads: latest.leads };
}

function momentsAtHand(read: readonly Moment[], own: readonly Item[], me: PersonRef) {
  const all = [...read.map(arrived), ...born(read, own, (item) => momentOf(item, me))];
  return all.map((moment) => {
    const words = own.findLast(
      ({ lane, path }) => lane === noteLane(moment.id) && path.endsWith('/words'),
    );
    return words ? { ...moment, ...(words.body as Pick<Moment, 'words'>), unsent: true } : moment;
  });
}

function seenAtHand(read: RideAlong, own: readonly Item[]): Set<string> {
  const seen = new Set(read.watched.map((one) => tickOf(one.visit_id, one.behaviour_id)));
  for (const { method, path } of of(own, KINDS.watched)) {
    const [visit = '', , behaviour = ''] = path.split('/').slice(-3);
    if (method === 'DELETE') seen.delete(tickOf(visit, behaviour));
    else seen.add(tickOf(visit, behaviour));
  }
  return seen;
}

function momentOf({ kind, method, body }: Item, by: PersonRef): Moment | null {
  if (kind !== KINDS.moment || method !== 'POST') return null;
  const { id, at, visit_id = null, tag, words = null } = body as MomentNew;
  return { id, at, visit_id, tag, words, by };
}

function rescueOf({ kind, body }: Item): Rescue | null {
  if (kind !== KINDS.rescue) return null;
  const nothing = { visit_id: null, words: null, skill_key: null, type_key: null, said: null };
  return { ...nothing, ...(body as RescueNew) };
}

function lineOf({ kind, body }: Item, by: PersonRef): Curbside | null {
  if (kind !== KINDS.curbside) return null;
  const { id, at, visit_id = null, words = null } = body as CurbsideNew;
  return { id, at, visit_id, words, by, voice_note_id: null, seconds: null };
}

/** What the server has not told of yet. */
function born<T extends { id: string }>(
  read: readonly T[],
  own: readonly Item[],
  make: (item: Item) => T | null,
): Noted<T>[] {
  const known = new Set(read.map(({ id }) => id));
  return own.flatMap((item) => {
    const made = make(item);
    return made && !known.has(made.id) ? [{ ...made, unsent: true }] : [];
  });
}

function arrived<T>(one: T): Noted<T> {
  return { ...one, unsent: false };
}

function of(own: readonly Item[], kind: string): Item[] {
  return own.filter((item) => item.kind === kind);
}

function lastPart({ path }: Item): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function timeOf({ savedAt }: Item): string {
  return new Date(savedAt).toISOString();
}

function inOrder<T extends { at: string; id: string }>(notes: T[]): T[] {
  return notes.sort(byTime);
}

function byTime(one: { at: string; id: string }, other: { at: string; id: string }): number {
  return Date.parse(one.at) - Date.parse(other.at) || one.id.localeCompare(other.id);
}
