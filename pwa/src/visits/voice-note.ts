/** The voice note of a check-in: what there is, and what is to be sent. Kept and sent by the outbox. */
import { heard } from '../kit/api/client';
import { uuid7 } from '../kit/api/uuid7';
import { discard, mediaOf, pending, type Item, type NewItem, type Take } from '../kit/outbox';
import { isUnsaid } from '../kit/outbox/item';
import { clock } from '../kit/voice/time';
import type { VisitAtHand } from './actions';
import { draftOf, KINDS, noteLane, visitLane } from './kinds';
import { addresses } from './remote';

/** A note that was saved: on this phone still, or on the server. */
export interface SavedNote {
  id: string;
  seconds: number;
  sound: () => Promise<Blob>;
  /** What holds it on this phone, while it is not sent. */
  item: Item | null;
}

/** What saving the form does with the note. */
export interface NoteWish {
  take: Take | null;
  drops: SavedNote | null;
}

/** Where the recording of this form lies until it is saved. */
export function takeOfVisit(id: string): string {
  return draftOf(KINDS.voiceNote, id);
}

/** Reactive. */
export function savedNote({ id, checkIn }: Pick<VisitAtHand, 'id' | 'checkIn'>): SavedNote | null {
  const item = pending(noteLane(id)).at(-1);
  if (item) return item.method === 'PUT' ? onThisPhone(item) : null;
  const note = checkIn?.voice_note;
  if (!note) return null;
  return { ...note, sound: () => heard(addresses.voiceNote(id, note.id)), item: null };
}

/** A new recording takes the place of the one before; one that is dropped goes, if it may have arrived. */
export function noteItems(visit: Pick<VisitAtHand, 'id' | 'client'>, wish: NoteWish): NewItem[] {
  const { take, drops } = wish;
  if (take) return [said(visit, take)];
  if (!drops || isOnlyOnThisPhone(drops)) return [];
  return [{ ...about(visit), method: 'DELETE', path: addresses.voiceNote(visit.id, drops.id) }];
}

/** What nobody else can have heard of goes without a word to the server. */
export async function dropUnsaid({ take, drops }: NoteWish): Promise<boolean> {
  if (take || !drops?.item || !isOnlyOnThisPhone(drops)) return false;
  await discard(drops.item.id);
  return true;
}

function said(visit: Pick<VisitAtHand, 'id' | 'client'>, take: Take): NewItem {
  const asked = new URLSearchParams({
    seconds: String(take.seconds),
    recorded_at: new Date(take.at).toISOString(),
  });
  const before = pending(noteLane(visit.id)).findLast(isUnsaid);
  const { client } = visit;
  return {
    ...about(visit),
    method: 'PUT',
    path: `${addresses.voiceNote(visit.id, uuid7())}?${asked.toString()}`,
    take: takeOfVisit(visit.id),
    label: { client: client.name, detail: clock(take.seconds) },
    ...(before && { edits: before.id }),
  };
}

function about({ id, client }: Pick<VisitAtHand, 'id' | 'client'>) {
  return {
    kind: KINDS.voiceNote,
    lane: noteLane(id),
    needs: [visitLane(id)],
    label: { client: client.name },
  };
}

function isOnlyOnThisPhone({ item }: SavedNote): boolean {
  return item !== null && isUnsaid(item);
}

function onThisPhone(item: Item): SavedNote {
  const { pathname, searchParams } = new URL(item.path, location.href);
  return {
    id: pathname.slice(pathname.lastIndexOf('/') + 1),
    seconds: Number(searchParams.get('seconds')),
    sound: () => soundOf(item),
    item,
  };
}

async function soundOf({ id }: Item): Promise<Blob> {
  const media = await mediaOf(id);
  if (!media) throw new TypeError('the recording has just been sent');
  return new Blob([media.bytes], { type: media.type });
}
