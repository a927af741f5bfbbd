import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { Seg } from '../kit/ui/Seg';
import type { Part } from './Verdict';
import type { ChangeKind } from './wire';
import { t as tp } from './words-of-played';
import { t } from './words-of-round';

const KINDS: readonly ChangeKind[] = ['direction', 'method', 'knowledge', 'skill'];

/** One thing to keep, one to change, and what kind of change it is. */
export function KeepAndChange({ notes, say }: Part) {
  return (
    <Card>
      <Field
        label={tp('keep')}
        name="keep"
        lines={1}
        maxLength={2000}
        value={notes.keep}
        onInput={(keep) => say({ keep })}
      />
      <Field
        label={tp('change')}
        name="change"
        lines={1}
        maxLength={2000}
        value={notes.change}
        onInput={(change) => say({ change })}
      />
      <Seg
        legend={t('kind')}
        name="change_kind"
        options={KINDS.map((value) => ({ value, label: tp(value) }))}
        value={notes.changeKind}
        onChange={(changeKind) => say({ changeKind })}
      />
    </Card>
  );
}
