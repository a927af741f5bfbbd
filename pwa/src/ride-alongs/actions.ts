/** What two people say of a day. Each is kept on this phone first and sent by the outbox. */
import { uuid7 } from '../kit/api/uuid7';
import { callName, fullName } from '../kit/i18n/names';
import { discard, enqueue, enqueueAll, items, onDelivered, type NewItem } from '../kit/outbox';
import { isUnsaid } from '../kit/outbox/item';
import {
  debriefDraft,
  debriefLane,
  KINDS,
  ladderLane,
  noteLane,
  rideLane,
  voiceTake,
} from './kinds';
import { addresses, refreshRides } from './remote';
import type {
  Leads,
  PersonRef,
  PreparationGiven,
  RideAlong,
  RideAlongNew,
  Rung,
  Tag,
  WhyRescued,
} from './wire';

type Ride = Pick<RideAlong, 'id' | 'mentor' | 'apprentice'>;

export async function askForRide(
  wish: Omit<RideAlongNew, 'id'>,
  other: PersonRef,
): Promise<string> {
  const id = uuid7();
  await enqueue({
    kind: KINDS.ride,
    lane: rideLane(id),
    method: 'POST',
    path: addresses.rides,
    body: { ...wish, id },
    label: { client: fullName(other), detail: wish.day },
  });
  return id;
}

export async function acceptRide(ride: Ride, shortNotice: boolean): Promise<void> {
  const body = { short_notice: shortNotice };
  await enqueue({ ...ofRide(ride, KINDS.accepted), path: addresses.acceptance(ride.id), body });
}

export async function prepareRide(ride: Ride, body: PreparationGiven): Promise<void> {
  await enqueue({ ...ofRide(ride, KINDS.prepared), path: addresses.preparation(ride.id), body });
}

export async function moveRide(
  ride: Ride,
  given: { to_day: string; why: string; short_notice: boolean },
): Promise<void> {
  const body = { ...given, id: uuid7() };
  await enqueue({ ...ofRide(ride, KINDS.moved), path: addresses.day(ride.id), body });
}

/** One's own request, until the other one has accepted it; why is optional. */
export async function withdrawRide(ride: Ride, reason: string | null): Promise<void> {
  const path = addresses.withdrawal(ride.id);
  await enqueue({ ...ofRide(ride, KINDS.withdrawn), path, body: { reason } });
}

export async function shareRide(ride: Ride, shared: boolean): Promise<void> {
  const body = { shared };
  await enqueue({ ...ofRide(ride, KINDS.shared), path: addresses.sharing(ride.id), body });
}

/** Before the door: which rung, and who talks. */
export async function chooseRung(
  ride: Ride,
  visit: { visit_id: string; client: { name: string } },
  choice: { rung: Rung; leads: Leads },
): Promise<void> {
  const path = addresses.visit(ride.id, visit.visit_id);
  const before = items.value.findLast((item) => item.path === path && isUnsaid(item));
  await enqueue({
    kind: KINDS.rung,
    lane: noteLane(visit.visit_id),
    needs: [rideLane(ride.id)],
    method: 'PUT',
    path,
    body: { choice: { ...choice, id: uuid7(), at: now() } },
    label: { client: visit.client.name },
    ...(before && { edits: before.id }),
  });
}

/** One tap: what happened, and when. */
export async function noteMoment(ride: Ride, tag: Tag, visit: string | null): Promise<string> {
  const id = uuid7();
  const body = { id, at: now(), visit_id: visit, tag };
  await enqueue({
    ...ofNote(ride, KINDS.moment, id),
    method: 'POST',
    path: addresses.moments(ride.id),
    body,
  });
  return id;
}

export async function putInWords(ride: Ride, moment: string, words: string): Promise<void> {
  const path = addresses.momentWords(ride.id, moment);
  const before = items.value.findLast((item) => item.path === path && isUnsaid(item));
  const body = { words: words.trim() || null };
  await enqueue({
    ...ofNote(ride, KINDS.moment, moment),
    method: 'PUT',
    path,
    body,
    label: { detail: words },
    ...(before && { edits: before.id }),
  });
}

export interface RescueTold {
  why: WhyRescued;
  said: string | null;
  type_key: string | null;
}

export async function stepIn(ride: Ride, visit: string | null, told: RescueTold): Promise<void> {
  const id = uuid7();
  await enqueue({
    ...ofNote(ride, KINDS.rescue, id),
    method: 'POST',
    path: addresses.rescues(ride.id),
    body: { ...told, id, at: now(), visit_id: visit },
  });
}

/** In words, in voice, or both; the sound follows the line. */
export async function sayAtTheKerb(
  ride: Ride,
  visit: string | null,
  told: { id: string; words: string | null; seconds: number | null },
): Promise<void> {
  const line: NewItem = {
    ...ofNote(ride, KINDS.curbside, told.id),
    method: 'POST',
    path: addresses.curbside(ride.id),
    body: { id: told.id, at: now(), visit_id: visit, words: told.words },
    label: { detail: told.words ?? '' },
  };
  const sound: NewItem = {
    ...ofNote(ride, KINDS.voice, told.id),
    method: 'PUT',
    path: `${addresses.voice(ride.id, told.id, uuid7())}?seconds=${told.seconds ?? 0}`,
    take: voiceTake(told.id),
  };
  await enqueueAll(told.seconds === null ? [line] : [line, sound]);
}

/** Something of the watch-list, seen or not after all. */
export async function tick(
  ride: Ride,
  visit: string,
  behaviour: string,
  seen: boolean,
): Promise<void> {
  await enqueue({
    kind: KINDS.watched,
    lane: noteLane(`${visit}:${behaviour}`),
    needs: [rideLane(ride.id)],
    method: seen ? 'PUT' : 'DELETE',
    path: addresses.watched(ride.id, visit, behaviour),
    ...(seen && { body: { at: now() } }),
  });
}

/** Returns the way back while it still lies on this phone. */
export async function replayTonight(
  ride: Ride,
  noted: { id: string; kind: 'moment' | 'rescue' },
): Promise<() => unknown> {
  const item = await enqueue({
    ...ofNote(ride, KINDS.replay, noted.id),
    method: 'PUT',
    path: addresses.replay(ride.id, noted.id),
    body: { of_kind: noted.kind },
  });
  return () => {
    const wish = items.peek().find(({ id }) => id === item);
    return wish && isUnsaid(wish) ? discard(wish.id) : undefined;
  };
}

/** My version as a whole; one that has not gone yet is put right instead of sent twice. */
export async function writeDebrief(ride: Ride, fields: object): Promise<void> {
  const before = items.value.findLast(
    (item) => item.lane === debriefLane(ride.id) && item.kind === KINDS.debrief && isUnsaid(item),
  );
  await enqueue({
    ...ofDebrief(ride, KINDS.debrief),
    path: addresses.debrief(ride.id),
    body: { ...fields, id: uuid7(), written_at: now() },
    draft: debriefDraft(ride.id),
    ...(before && { edits: before.id }),
  });
}

export async function answerDebrief(
  ride: Ride,
  told: { debrief_id: string; agrees: boolean; words: string | null },
): Promise<void> {
  const body = { ...told, id: uuid7() };
  await enqueue({ ...ofDebrief(ride, KINDS.answer), path: addresses.answer(ride.id), body });
}

export async function proposeRung(
  person: PersonRef,
  told: { skill_key: string; to_rung: Rung },
): Promise<void> {
  await enqueue({
    ...ofLadder(person, told.skill_key),
    method: 'POST',
    path: addresses.rungMoves(person.id),
    body: { ...told, id: uuid7() },
  });
}

export async function answerRung(
  person: PersonRef,
  move: { id: string; skill_key: string },
  agrees: boolean,
): Promise<void> {
  const path = addresses.rungAnswer(person.id, move.id);
  await enqueue({ ...ofLadder(person, move.skill_key), method: 'PUT', path, body: { agrees } });
}

function now(): string {
  return new Date().toISOString();
}

function ofRide(ride: Ride, kind: string) {
  const label = { client: namesOf(ride) };
  return { kind, lane: rideLane(ride.id), method: 'PUT' as const, label };
}

function ofNote(ride: Ride, kind: string, id: string) {
  const label = { client: namesOf(ride) };
  return { kind, lane: noteLane(id), needs: [rideLane(ride.id)], label };
}

function ofDebrief(ride: Ride, kind: string) {
  const label = { client: namesOf(ride) };
  const needs = [rideLane(ride.id)];
  return { kind, lane: debriefLane(ride.id), needs, method: 'PUT' as const, label };
}

function ofLadder(person: PersonRef, skill: string) {
  const label = { client: fullName(person) };
  return { kind: KINDS.move, lane: ladderLane(person.id, skill), label };
}

export function namesOf({ mentor, apprentice }: Pick<Ride, 'mentor' | 'apprentice'>): string {
  return `${callName(mentor)} · ${callName(apprentice)}`;
}

for (const kind of Object.values(KINDS)) onDelivered(kind, refreshRides);
