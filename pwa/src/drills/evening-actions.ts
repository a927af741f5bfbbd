/** What people say of an evening. Each is kept on the phone first and sent by the outbox. */
import { fullName } from '../kit/i18n/names';
import { enqueue, type NewItem } from '../kit/outbox';
import { offerLane } from './evening-at-hand';
import { eveningLane } from './postponed';
import { addresses } from './remote';
import type { PersonRef, PostponementNew } from './wire';

/** Not tonight: why, and when instead. */
export async function postpone(day: string, given: PostponementNew, detail: string): Promise<void> {
  const path = addresses.postponement(day);
  await enqueue({
    ...ofEvening('postponement', day),
    method: 'PUT',
    path,
    body: given,
    label: { detail },
  });
}

/** The evening takes place after all. */
export async function takeUpAgain(day: string): Promise<void> {
  const path = addresses.postponement(day);
  await enqueue({ ...ofEvening('postponement', day), method: 'DELETE', path });
}

export async function waitForPartner(day: string): Promise<void> {
  await enqueue({ ...ofEvening('partner-wish', day), method: 'PUT', path: addresses.wish(day) });
}

export async function waitNoMore(day: string): Promise<void> {
  await enqueue({ ...ofEvening('partner-wish', day), method: 'DELETE', path: addresses.wish(day) });
}

/** I come and play with somebody. */
export async function offer(day: string, person: PersonRef): Promise<void> {
  await enqueue({ ...toPlayWith(person, day), method: 'PUT' });
}

export async function takeBackOffer(day: string, person: PersonRef): Promise<void> {
  await enqueue({ ...toPlayWith(person, day), method: 'DELETE' });
}

export function draftOfReflection(day: string): string {
  return `reflection:${day}`;
}

/** One line on the day, for nobody but its writer. */
export async function reflect(day: string, words: string): Promise<void> {
  await enqueue({
    ...ofEvening('reflection', day),
    method: 'PUT',
    path: addresses.reflection(day),
    body: { words },
    draft: draftOfReflection(day),
  });
}

function ofEvening(kind: string, day: string): Pick<NewItem, 'kind' | 'lane'> {
  return { kind, lane: eveningLane(day) };
}

function toPlayWith(person: PersonRef, day: string) {
  return {
    kind: 'offer',
    lane: offerLane(day, person.id),
    path: addresses.offer(day, person.id),
    label: { client: fullName(person) },
  };
}
