/** The voice note of a check-in, on the road that all voice notes have. */
import {
  noteItems as itemsOf,
  savedNote as savedAt,
  type NoteRoad,
  type NoteWish,
  type SavedNote,
} from '../kit/voice/saved-note';
import type { NewItem } from '../kit/outbox';
import type { VisitAtHand } from './actions';
import { draftOf, KINDS, noteLane, visitLane } from './kinds';
import { addresses } from './remote';

/** Where the recording of this form lies until it is saved. */
export function takeOfVisit(id: string): string {
  return draftOf(KINDS.voiceNote, id);
}

/** Reactive. */
export function savedNote({ id, checkIn }: Pick<VisitAtHand, 'id' | 'checkIn'>): SavedNote | null {
  return savedAt(placeOf(id), checkIn?.voice_note);
}

export function noteItems(visit: Pick<VisitAtHand, 'id' | 'client'>, wish: NoteWish): NewItem[] {
  return itemsOf(roadOf(visit), wish);
}

function roadOf({ id, client }: Pick<VisitAtHand, 'id' | 'client'>): NoteRoad {
  return {
    ...placeOf(id),
    kind: KINDS.voiceNote,
    needs: [visitLane(id)],
    label: { client: client.name },
    take: takeOfVisit(id),
    asked: ({ at }) => ({ recorded_at: new Date(at).toISOString() }),
  };
}

function placeOf(id: string): Pick<NoteRoad, 'lane' | 'address'> {
  return { lane: noteLane(id), address: (note) => addresses.voiceNote(id, note) };
}
