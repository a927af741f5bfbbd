import { Fold } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { edit } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { Seg } from '../kit/ui/Seg';
import { InBrief } from './InBrief';
import { KeepFor } from './KeepFor';
import type { Play } from './round';
import type { Part } from './Verdict';
import type { ChangeKind } from './wire';
import { t as tp } from './words-of-played';
import { t } from './words-of-verdict';

const KINDS: readonly ChangeKind[] = ['direction', 'method', 'knowledge', 'skill'];

/** One thing to keep, one to change, and what kind of change it is. */
export function KeepAndChange({ notes, say, play }: Part & { play: Play }) {
  const isSaid = notes.keep.trim() !== '' || notes.change.trim() !== '';
  return (
    <Fold
      name="verdict"
      mark={<Dot {...(isSaid && { tone: 'on' })} icon={edit} />}
      title={t('keepAndChange')}
      meta={<InBrief of={[notes.keep, notes.change]} />}
    >
      <Field
        label={tp('keep')}
        name="keep"
        lines={1}
        maxLength={2000}
        value={notes.keep}
        onInput={(keep) => say({ keep })}
      />
      <KeepFor notes={notes} say={say} play={play} />
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
    </Fold>
  );
}
