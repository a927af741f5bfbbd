import { useMemo, useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { useVoice } from '../kit/voice/use-voice';
import { VoiceField } from '../kit/voice/VoiceField';
import { sayAtTheKerb } from './actions';
import type { DayAtHand } from './at-hand';
import { voiceTake } from './kinds';
import { t } from './words-of-field';

interface Props {
  day: DayAtHand;
  visit: string | null;
  onClose: () => unknown;
}

/** 车上一句话: one thing while it is fresh, spoken or written, a minute at most. */
export default function CurbsideSheet({ day, visit, onClose }: Props) {
  const id = useMemo(uuid7, []);
  const voice = useVoice(voiceTake(id));
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<'needLine' | 'cannotSave' | null>(null);
  const save = async () => {
    const take = await voice.finish();
    if (!take && !words.trim()) {
      setProblem('needLine');
      return;
    }
    try {
      const seconds = take ? Math.max(1, Math.round(take.seconds)) : null;
      await sayAtTheKerb(day, visit, { id, words: words.trim() || null, seconds });
      onClose();
    } catch {
      setProblem('cannotSave');
    }
  };
  return (
    <Sheet open title={t('curbsideTitle')} onClose={onClose}>
      <VoiceField voice={voice} label={t('voice')} />
      <Field
        label={t('curbsideLine')}
        name="line"
        lines={1}
        maxLength={200}
        value={words}
        error={problem ? t(problem) : undefined}
        onInput={(line) => {
          setWords(line);
          setProblem(null);
        }}
      />
      <Button look="main" onClick={save}>
        {t('save')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}
