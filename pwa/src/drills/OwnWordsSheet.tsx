import { useState } from 'preact/hooks';
import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { putRight } from './actions';
import type { RoundShown } from './drill';
import type { OwnWords, RoundChange } from './wire';
import { t } from './words-of-drill';
import { t as tp } from './words-of-played';

interface Props {
  open: boolean;
  drillId: string;
  round: RoundShown & { version: number };
  onClose: () => unknown;
}

/** The rep's own words are the rep's: on another phone they may have been heard wrong. */
export function OwnWordsSheet({ open, onClose, ...rest }: Props) {
  return (
    <Sheet open={open} title={t('putRightTitle')} onClose={onClose}>
      <Writing {...rest} onClose={onClose} />
    </Sheet>
  );
}

const FIELDS: readonly OwnWords[] = ['rep_words', 'keep', 'change'];

function Writing({ drillId, round, onClose }: Omit<Props, 'open'>) {
  const [words, setWords] = useState<Record<OwnWords, string>>({
    rep_words: round.rep_words ?? '',
    keep: round.keep ?? '',
    change: round.change ?? '',
  });
  const save = async () => {
    const change = changed(round, words);
    try {
      if (Object.keys(change).length > 0) await putRight({ ...round, drillId }, change);
      say(t(Object.keys(change).length > 0 ? 'kept' : 'unchanged'));
      onClose();
    } catch {
      say(t('cannotSave'));
    }
  };
  return (
    <>
      <p class="meta">{t('putRightWhy')}</p>
      {FIELDS.map((field) => (
        <Field
          key={field}
          label={field === 'rep_words' ? named(round) : tp(field)}
          name={field}
          lines={1}
          maxLength={2000}
          value={words[field]}
          onInput={(text) => setWords({ ...words, [field]: text })}
        />
      ))}
      <Button look="main" onClick={save}>
        {t('keepIt')}
      </Button>
    </>
  );
}

function named({ rep }: RoundShown): string {
  return rep ? t('ownWords', { name: callName(rep) }) : tp('rep_words');
}

/** Only what is different is sent; an emptied field is cleared. */
function changed(round: RoundShown, words: Record<OwnWords, string>): RoundChange {
  const pairs = FIELDS.map((field) => [field, words[field].trim() || null] as const);
  return Object.fromEntries(pairs.filter(([field, text]) => round[field] !== text));
}
