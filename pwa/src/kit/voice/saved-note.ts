/** A voice note of a record: what there is, and what is to be sent. Kept and sent by the outbox. */
import { heard } from '../api/client';
import { uuid7 } from '../api/uuid7';
import { discard, mediaOf, pending, type Item, type NewItem, type Take } from '../outbox';
import { isUnsaid } from '../outbox/item';
import { clock } from './time';

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

/** How the notes of one place travel: in a lane of their own, behind the record that they belong to. */
export interface NoteRoad extends Pick<NewItem, 'kind' | 'lane' | 'needs' | 'label'> {
  /** Where the recording of the form lies until it is saved. */
  take: string;
  address: (note: string) => string;
  /** What its address says of it besides its length. */
  asked: (take: Take) => Record<string, string>;
}

type Stored = Pick<SavedNote, 'id' | 'seconds'>;

/** Reactive. */
export function savedNote(
  { lane, address }: Pick<NoteRoad, 'lane' | 'address'>,
  stored: Stored | null | undefined,
): SavedNote | null {
  const item = pending(lane).at(-1);
  if (item) return item.method === 'PUT' ? onThisPhone(item) : null;
  if (!stored) return null;
  return { ...stored, sound: () => heard(address(stored.id)), item: null };
}

/** A new recording takes the place of the one before; one that is dropped goes, if it may have arrived. */
export function noteItems(road: NoteRoad, { take, drops }: NoteWish): NewItem[] {
  if (take) return [said(road, take)];
  if (!drops || isOnlyOnThisPhone(drops)) return [];
  return [{ ...about(road), method: 'DELETE', path: road.address(drops.id) }];
}

/** What nobody else can have heard of goes without a word to the server. */
export async function dropUnsaid({ take, drops }: NoteWish): Promise<boolean> {
  if (take || !drops?.item || !isOnlyOnThisPhone(drops)) return false;
  await discard(drops.item.id);
  return true;
}

function said(road: NoteRoad, take: Take): NewItem {
  const asked = new URLSearchParams({ seconds: String(take.seconds), ...road.asked(take) });
  const before = pending(road.lane).findLast(isUnsaid);
  return {
    ...about(road),
    method: 'PUT',
    path: `${road.address(uuid7())}?${asked.toString()}`,
    take: road.take,
    label: { ...road.label, detail: inWords(road, take) },
    ...(before && { edits: before.id }),
  };
}

/** "Signing · 0:24" */
function inWords({ label }: NoteRoad, { seconds }: Take): string {
  return [label?.detail, clock(seconds)].filter(Boolean).join(' · ');
}

function about({ kind, lane, needs, label }: NoteRoad) {
  return { kind, lane, ...(needs && { needs }), ...(label && { label }) };
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
