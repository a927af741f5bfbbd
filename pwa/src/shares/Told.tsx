import { heard } from '../kit/api/client';
import { Player } from '../kit/voice/Player';
import { Lines } from './Lines';
import { addresses } from './remote';
import type { Part } from './wire';
import { t as tk } from './words-of-kinds';
import { t } from './words-of-share';

interface Props {
  share: string;
  part: Part;
}

/** A part as its author told it: written, said, or both. */
export function Told({ share, part: { key, words, voice_note: note } }: Props) {
  return (
    <>
      {words && <Lines of={words} />}
      {note && (
        <Player
          key={note.id}
          sound={() => heard(addresses.voiceNote(share, note.id))}
          seconds={note.seconds}
          named={tk(key)}
        />
      )}
      {!words && !note && <p class="meta">{t('noSound')}</p>}
    </>
  );
}
