import { SavedSound } from '../kit/voice/SavedSound';
import { VoiceField } from '../kit/voice/VoiceField';
import { standing, type Sounds } from './sounds';
import type { PartKey, ShareDetail } from './wire';
import { t as tk } from './words-of-kinds';
import { t } from './words-of-share';

interface Props {
  share: ShareDetail;
  of: PartKey;
  sounds: Sounds;
}

/** A part may be said instead of written: recorded here, or heard again. */
export function SoundField({ share, of, sounds }: Props) {
  const sound = sounds.get(of);
  if (!sound) return null;
  const { voice, dropped } = sound;
  const saved = standing(share, of, sounds);
  const drop = () => {
    dropped.value = saved?.id ?? null;
    return () => (dropped.value = null);
  };
  return (
    <VoiceField voice={voice} label={t('voiceOf', { part: tk(of) })} named={tk(of)}>
      {saved && <SavedSound note={saved} told={t('saidBefore')} drop={drop} />}
    </VoiceField>
  );
}
