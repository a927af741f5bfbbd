/** What is said to the parts of a share while it is written: recorded in the form, kept with it. */
import { signal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { NewItem } from '../kit/outbox';
import {
  noteItems,
  savedNote,
  type NoteRoad,
  type NoteWish,
  type SavedNote,
} from '../kit/voice/saved-note';
import { openVoice, type Voice } from '../kit/voice/use-voice';
import { PARTS_OF } from './parts';
import { addresses } from './remote';
import { SOUND } from './share-actions';
import { soundLane, takeOfPart } from './let-be';
import { tipLane } from './tips';
import type { PartKey, ShareDetail } from './wire';
import { t as tk } from './words-of-kinds';

export interface PartSound {
  voice: Voice;
  /** The note that goes with the next saving, by its id. */
  dropped: Signal<string | null>;
}

export type Sounds = ReadonlyMap<PartKey, PartSound>;
export type Wishes = ReadonlyMap<PartKey, NoteWish>;
type Told = Pick<ShareDetail, 'id' | 'kind' | 'parts'>;

/** One recorder for each part; one of them listens at a time. */
export function useSounds({ id, kind }: Pick<Told, 'id' | 'kind'>): Sounds {
  const sounds = useMemo(() => openSounds(id, PARTS_OF[kind]), [id, kind]);
  useEffect(() => () => leave(sounds), [sounds]);
  return sounds;
}

/** Reactive: the note of that part, unless it goes with the next saving. */
export function standing(share: Told, key: PartKey, sounds: Sounds): SavedNote | null {
  const note = soundOf(share, key);
  return note && note.id === sounds.get(key)?.dropped.value ? null : note;
}

/** Ends what is being recorded; answers what saving the form does with each part. */
export async function finish(share: Told, sounds: Sounds): Promise<Wishes> {
  const wishes = new Map<PartKey, NoteWish>();
  for (const [key, { voice, dropped }] of sounds) {
    const take = await voice.finish();
    const note = soundOf(share, key);
    wishes.set(key, { take, drops: note && note.id === dropped.peek() ? note : null });
  }
  return wishes;
}

/** The parts that have a recording once it is saved. */
export function spokenIn(share: Told, wishes: Wishes): PartKey[] {
  return PARTS_OF[share.kind].filter((key) => {
    const wish = wishes.get(key);
    return wish?.take || (!wish?.drops && soundOf(share, key));
  });
}

export function soundItems(share: string, wishes: Wishes): NewItem[] {
  return [...wishes].flatMap(([key, wish]) => noteItems(roadOf(share, key), wish));
}

function openSounds(id: string, keys: readonly PartKey[]): Sounds {
  const sounds = new Map<PartKey, PartSound>();
  for (const key of keys) {
    const voice = openVoice(takeOfPart(id, key));
    const start = () => {
      leave(sounds);
      return voice.start();
    };
    sounds.set(key, { voice: { ...voice, start }, dropped: signal(null) });
  }
  return sounds;
}

function leave(sounds: Sounds): void {
  for (const { voice } of sounds.values()) voice.leave();
}

function soundOf({ id, parts }: Told, key: PartKey): SavedNote | null {
  const part = parts.find((one) => one.key === key);
  return savedNote(roadOf(id, key), part?.voice_note);
}

function roadOf(share: string, key: PartKey): NoteRoad {
  return {
    kind: SOUND,
    lane: soundLane(share, key),
    needs: [tipLane(share)],
    label: { detail: tk(key) },
    take: takeOfPart(share, key),
    address: (note) => addresses.voiceNote(share, note),
    asked: () => ({ part: key }),
  };
}
