import { useState } from 'preact/hooks';
import { Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { say } from '../kit/ui/Toast';
import { decide } from './remote';
import type { Decision, Topic } from './wire';
import { t } from './words-of-topics';

interface Props {
  topic: Topic;
  onDone: () => unknown;
}

/** The trainer's word: the next class that has no topic, or later with a word why. */
export default function Decide({ topic, onDone }: Props) {
  const [words, setWords] = useState('');
  const [isLater, setLater] = useState(false);
  const given: Decision = isLater
    ? { decision: 'later', words: words.trim() }
    : { decision: 'accepted' };
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: !isLater || words.trim() !== '',
    send: async () => {
      await decide(topic.id, given);
      if (!isLater) say(t('accepted'));
      onDone();
    },
  });
  return (
    <form class="stack" onSubmit={submit} noValidate>
      {isLater && (
        <Field
          label={t('laterTitle')}
          hint={t('laterHint')}
          name="later"
          lines={2}
          maxLength={2000}
          value={words}
          error={asked && !words.trim() ? t('lackLater') : undefined}
          onInput={(typed) => {
            setWords(typed);
            forget();
          }}
        />
      )}
      <Problem of={problem} />
      <div class="row wrap">
        <Button look="main" grow type="submit" busy={busy} busyLabel={t('accept')}>
          {t(isLater ? 'laterSave' : 'accept')}
        </Button>
        {!isLater && <Button onClick={() => setLater(true)}>{t('notNow')}</Button>}
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
