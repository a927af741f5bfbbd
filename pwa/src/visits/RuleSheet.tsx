import { useState } from 'preact/hooks';
import { Ending, Problem } from '../kit/form/Parts';
import { isCode } from '../kit/form/problems';
import { useSending } from '../kit/form/use-sending';
import { dayInSentence, dayOf } from '../kit/i18n/format';
import { Field } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { REQUIREMENTS, withOne } from './rules';
import { addRule, type Requirement } from './rules-remote';
import { t } from './words-of-rules';

interface Props {
  /** What holds now: most changes take one thing in or out. */
  requires: readonly Requirement[];
  onSaved: () => unknown;
  onClose: () => unknown;
}

export function RuleSheet({ requires, onSaved, onClose }: Props) {
  const today = dayOf();
  const [chosen, setChosen] = useState([...requires]);
  const [from, setFrom] = useState(today);
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: chosen.length > 0 && from >= today,
    send: async () => {
      await addRule(chosen, from);
      say(t('saved', { day: dayInSentence(from) }));
      onSaved();
    },
  });
  const isTooEarly = isCode(problem, 'rule_begins_in_the_past') || (asked && !(from >= today));
  const pick = (one: Requirement, wanted: boolean) => {
    setChosen(withOne(chosen, one, wanted));
    forget();
  };
  return (
    <Sheet open title={t('change')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Picks legend={t('asks')} error={asked && chosen.length === 0 ? t('needOne') : undefined}>
          <Chips>
            {REQUIREMENTS.map((one) => (
              <Pick
                key={one}
                many
                name="requires"
                value={one}
                checked={chosen.includes(one)}
                onPick={(wanted) => pick(one, wanted)}
              >
                {t(one)}
              </Pick>
            ))}
          </Chips>
        </Picks>
        <Field
          label={t('from')}
          hint={t('fromHint')}
          name="applies_from"
          type="date"
          min={today}
          value={from}
          error={isTooEarly ? t('needDay') : undefined}
          onInput={(day) => {
            setFrom(day);
            forget();
          }}
        />
        <Problem of={problem} unless={isCode(problem, 'rule_begins_in_the_past')} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}
