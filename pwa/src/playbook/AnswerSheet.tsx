import { useState } from 'preact/hooks';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { t } from './words-of-answers';

const MOST_WORDS = 500;

interface Props {
  /** Where what is typed is kept. */
  draft: string;
  /** The words until now; empty for a new one. */
  words: string;
  onSave: (words: string) => Promise<void>;
  onClose: () => unknown;
}

/** As much as one says in a breath. */
export function AnswerSheet({ draft: key, words, onSave, onClose }: Props) {
  const draft = useDraft<string>(key, words);
  const [problem, setProblem] = useState<'lackWords' | 'cannotSave' | null>(null);
  const [busy, setBusy] = useState(false);
  const isNew = words === '';
  const typed = draft.value.value;
  const press = async () => {
    if (!typed.trim()) {
      setProblem('lackWords');
      return;
    }
    setBusy(true);
    try {
      if (typed.trim() !== words) await onSave(typed);
      await draft.discard();
      say(t(isNew ? 'added' : 'changed'));
      onClose();
    } catch {
      setProblem('cannotSave');
      setBusy(false);
    }
  };
  return (
    <Sheet open title={t(isNew ? 'addTitle' : 'changeTitle')} onClose={onClose}>
      <Field
        label={t('words')}
        hint={t('wordsHint')}
        name="answer"
        lines={3}
        maxLength={MOST_WORDS}
        value={typed}
        error={problem ? t(problem) : undefined}
        onInput={(text) => {
          setProblem(null);
          draft.value.value = text;
        }}
      />
      <Button look="main" busy={busy} busyLabel={t('saving')} onClick={press}>
        {t(isNew ? 'save' : 'saveChange')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}
