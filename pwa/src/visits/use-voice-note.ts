import { useState } from 'preact/hooks';
import type { NewItem } from '../kit/outbox';
import { dropUnsaid, type SavedNote } from '../kit/voice/saved-note';
import { useVoice, type Voice } from '../kit/voice/use-voice';
import type { VisitAtHand } from './actions';
import { noteItems, savedNote, takeOfVisit } from './voice-note';

export interface VoiceNote {
  voice: Voice;
  /** The note that stands; null also when it goes with the next saving. */
  saved: SavedNote | null;
  /** Returns the way back. */
  drop: () => () => void;
  /** Ends what is being recorded, and has the note kept with the form; true when something was kept. */
  saveWith: (keep: (items: NewItem[]) => Promise<boolean>) => Promise<boolean>;
}

export function useVoiceNote(visit: VisitAtHand): VoiceNote {
  const voice = useVoice(takeOfVisit(visit.id));
  const [dropped, setDropped] = useState<string | null>(null);
  const note = savedNote(visit);
  const goes = note !== null && note.id === dropped;
  return {
    voice,
    saved: goes ? null : note,
    drop: () => {
      setDropped(note?.id ?? null);
      return () => setDropped(null);
    },
    saveWith: async (keep) => {
      const wish = { take: await voice.finish(), drops: goes ? note : null };
      const kept = await keep(noteItems(visit, wish));
      return (await dropUnsaid(wish)) || kept;
    },
  };
}
