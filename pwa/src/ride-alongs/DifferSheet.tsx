import { useState } from 'preact/hooks';
import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { answerDebrief } from './actions';
import type { DayAtHand } from './at-hand';
import { t } from './words-of-debrief';

interface Props {
  day: DayAtHand;
  /** The mentor's version that was read. */
  version: string;
  onClose: () => unknown;
}

/** Seen differently, in writing: both stay, and the mentor may write anew. */
export function DifferSheet({ day, version, onClose }: Props) {
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<'needWords' | 'cannotSave' | null>(null);
  const name = callName(day.mentor);
  const save = async () => {
    if (!words.trim()) {
      setProblem('needWords');
      return;
    }
    try {
      await answerDebrief(day, { debrief_id: version, agrees: false, words: words.trim() });
      say(t('differSaved', { name }));
      onClose();
    } catch {
      setProblem('cannotSave');
    }
  };
  return (
    <Sheet open title={t('differTitle')} onClose={onClose}>
      <Field
        label={t('differWords')}
        hint={t('differHint', { name })}
        name="differs"
        lines={3}
        maxLength={2000}
        value={words}
        error={problem ? t(problem) : undefined}
        onInput={setWords}
      />
      <Button look="main" onClick={save}>
        {t('differSave')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}
