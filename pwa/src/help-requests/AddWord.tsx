import { useState } from 'preact/hooks';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { edit } from '../kit/ui/icons';
import { say } from '../kit/ui/Toast';
import { answerHelp } from './actions';
import type { HelpShown } from './at-hand';
import { t } from './words-of-a-word';
import { t as tt } from './words-of-thread';

const MOST_WORDS = 2000;
const BLANK = { words: '' };
const A_WORD = { offers: 'none' as const, on_day: null, correction: null };

/** The asker's own word in the thread: what has changed meanwhile. */
export default function AddWord({ request }: { request: HelpShown }) {
  const key = `help:word:${request.id}`;
  const draft = useDraft(key, BLANK);
  const [opened, setOpened] = useState(false);
  const { words } = draft.value.value;
  const open = opened || draft.restored.value;
  const save = async () => {
    if (!words.trim()) {
      setOpened(false);
      return;
    }
    try {
      await answerHelp(request, { ...A_WORD, words: words.trim() }, key);
      draft.value.value = BLANK;
      setOpened(false);
      say(t('added'));
    } catch {
      say(tt('cannotSave'));
    }
  };
  if (!open) {
    return (
      <Button look="quiet" icon={edit} onClick={() => setOpened(true)}>
        {t('addWord')}
      </Button>
    );
  }
  return (
    <div class="stack">
      <Field
        label={t('addWord')}
        hint={t('addWordHint')}
        name="word"
        lines={2}
        maxLength={MOST_WORDS}
        value={words}
        onInput={(typed) => (draft.value.value = { words: typed })}
      />
      <Button onClick={save}>{t('add')}</Button>
    </div>
  );
}
