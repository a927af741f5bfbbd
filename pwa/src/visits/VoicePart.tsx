import { Button } from '../kit/ui/Button';
import { bin } from '../kit/ui/icons';
import { say } from '../kit/ui/Toast';
import { Player } from '../kit/voice/Player';
import { VoiceField } from '../kit/voice/VoiceField';
import type { VoiceNote } from './use-voice-note';
import { t as tc } from './words-of-check-in';

/** What came of the visit, said instead of typed: recorded here, or heard again. */
export function VoicePart({ note }: { note: VoiceNote }) {
  return (
    <VoiceField voice={note.voice} label={tc('voice_note')}>
      {note.saved && <Saved {...note} />}
    </VoiceField>
  );
}

function Saved({ saved, drop }: VoiceNote) {
  if (!saved) return null;
  const takeAway = () => say(tc('awayOnSave'), drop());
  return (
    <>
      <div class="row">
        <Player key={saved.id} sound={saved.sound} seconds={saved.seconds} />
        <Button look="quiet" icon={bin} onClick={takeAway}>
          {tc('takeAway')}
        </Button>
      </div>
      <p class="meta">{tc(saved.item ? 'waitsToBeSent' : 'recordedHere')}</p>
    </>
  );
}
