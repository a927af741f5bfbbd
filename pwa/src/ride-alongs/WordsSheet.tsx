import { useState } from 'preact/hooks';
import { timeOf } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { putInWords } from './actions';
import type { DayAtHand } from './at-hand';
import type { Moment } from './wire';
import { t } from './words-of-field';

interface Props {
  day: DayAtHand;
  moment: Moment;
  onClose: () => unknown;
}

/** The tap came first; the words come when there is a hand free. */
export function WordsSheet({ day, moment, onClose }: Props) {
  const [words, setWords] = useState(moment.words ?? '');
  const [failed, setFailed] = useState(false);
  const save = async () => {
    try {
      if (words.trim()) await putInWords(day, moment.id, words);
      onClose();
    } catch {
      setFailed(true);
    }
  };
  const title = t('wordsTitle', { tag: t(moment.tag), time: timeOf(moment.at) });
  return (
    <Sheet open title={title} onClose={onClose}>
      <Field
        label={t(moment.tag === 'heard' ? 'said' : 'words')}
        name="words"
        lines={2}
        maxLength={200}
        value={words}
        error={failed ? t('cannotSave') : undefined}
        onInput={setWords}
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
