import { useState } from 'preact/hooks';
import { dayOf } from '../kit/i18n/format';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { lock } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { draftOfReflection, reflect } from './evening-actions';
import { t as tc } from './words';
import { t } from './words-of-my-day';

interface Props {
  kept: string | null;
  /** The evening has closed: what was written can be read, nothing is asked. */
  quiet: boolean;
}

/** One line on the day. Nobody else ever reads it, and it says so. */
export function Reflection({ kept, quiet }: Props) {
  const [anew, setAnew] = useState(false);
  if (kept !== null && !anew) {
    return (
      <section>
        <h2>{t('oneLine')}</h2>
        <Note icon={lock}>
          {kept}
          <br />
          <span class="meta">{t('onlyYou')}</span>
        </Note>
        {!quiet && (
          <Button look="quiet" onClick={() => setAnew(true)}>
            {t('rewrite')}
          </Button>
        )}
      </section>
    );
  }
  return quiet ? null : <Writing kept={kept ?? ''} onKept={() => setAnew(false)} />;
}

function Writing({ kept, onKept }: { kept: string; onKept: () => unknown }) {
  const day = dayOf();
  const draft = useDraft(draftOfReflection(day), kept);
  const [lacks, setLacks] = useState(false);
  const words = draft.value.value;
  const save = async () => {
    setLacks(!words.trim());
    if (!words.trim()) return;
    try {
      await reflect(day, words.trim());
      say(t('kept'));
      onKept();
    } catch {
      say(tc('cannotSave'));
    }
  };
  return (
    <section>
      <h2>{t('oneLine')}</h2>
      <Field
        label={t('learned')}
        name="reflection"
        hint={t('onlyYou')}
        value={words}
        lines={2}
        maxLength={2000}
        error={lacks && !words.trim() ? t('lackLine') : undefined}
        onInput={(typed) => {
          draft.value.value = typed;
        }}
      />
      <Button onClick={save}>{t('keep')}</Button>
    </section>
  );
}
