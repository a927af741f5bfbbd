import { SavedSound } from '../kit/voice/SavedSound';
import { VoiceField } from '../kit/voice/VoiceField';
import type { VoiceNote } from './use-voice-note';
import { t as tc } from './words-of-check-in';

/** What came of the visit, said instead of typed: recorded here, or heard again. */
export default function VoicePart({ note: { voice, saved, drop } }: { note: VoiceNote }) {
  return (
    <VoiceField voice={voice} label={tc('voice_note')}>
      {saved && <SavedSound note={saved} told={tc('recordedHere')} drop={drop} />}
    </VoiceField>
  );
}
