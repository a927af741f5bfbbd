/** The client sheet as a form: four short cards, then what the visit is for. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Fold } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { goal } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { Chips, Pick } from '../kit/ui/Pick';
import { AmountField } from './AmountField';
import { AnswerDot, answerInWords } from './answers';
import { CompetitorsForm } from './CompetitorsForm';
import { ObjectionsForm } from './ObjectionsForm';
import type { HeardWords } from './heard';
import { missingIn, PARTS, stateOf } from './sheet';
import type { Playbook, SheetContent, SheetPart } from './wire';
import { t } from './words-of-sheet';

export interface SheetFormProps {
  sheet: SheetContent;
  onChange: (sheet: SheetContent) => unknown;
  /** Without it (first opening, no network) objections are written freely. */
  playbook: Pick<Playbook, 'objection_types'> | undefined;
  /** What this client really said, newest first. */
  heard?: readonly HeardWords[];
}

export function SheetForm(props: SheetFormProps) {
  return (
    <div class="stack">
      <SheetAnswers {...props} />
      <VisitAim {...props} />
    </div>
  );
}

/** The four answers; the first one that is missing stands open, so that a ready sheet is in sight as a whole. */
export function SheetAnswers(props: SheetFormProps) {
  const { sheet, onChange } = props;
  const [first] = useState(() => missingIn(sheet)[0]);
  const questions: Record<SheetPart, ComponentChildren> = {
    decider: <TextPart part="decider" sheet={sheet} onChange={onChange} />,
    situation: <TextPart part="situation" sheet={sheet} onChange={onChange} />,
    objections: <ObjectionsForm {...props} />,
    competitors: <CompetitorsForm sheet={sheet} onChange={onChange} />,
  };
  return (
    <>
      {PARTS.map((part) => (
        <Fold
          key={part}
          name="sheet"
          open={part === first}
          mark={<AnswerDot sheet={sheet} part={part} />}
          title={t(part)}
          meta={<span class="brief">{answerInWords(sheet, part)}</span>}
        >
          {questions[part]}
          {stateOf(sheet, part) !== 'ready' && (
            <Unknown part={part} sheet={sheet} onChange={onChange} />
          )}
        </Fold>
      ))}
    </>
  );
}

type PartProps<P extends SheetPart> = Pick<SheetFormProps, 'sheet' | 'onChange'> & { part: P };

function TextPart({ part, sheet, onChange }: PartProps<'decider' | 'situation'>) {
  return (
    <Field
      label={t(`${part}Ask`)}
      hint={t(`${part}Hint`)}
      name={part}
      lines={2}
      maxLength={2000}
      value={sheet[part].text}
      onInput={(text) => onChange({ ...sheet, [part]: { text, unknown: false } })}
    />
  );
}

function Unknown({ part, sheet, onChange }: PartProps<SheetPart>) {
  return (
    <Chips>
      <Pick
        many
        name={`${part}-unknown`}
        value="unknown"
        checked={sheet[part].unknown}
        onPick={(unknown) => onChange({ ...sheet, [part]: { ...sheet[part], unknown } })}
      >
        {t('unknown')}
      </Pick>
    </Chips>
  );
}

export function VisitAim({ sheet, onChange }: Pick<SheetFormProps, 'sheet' | 'onChange'>) {
  return (
    <Fold
      name="sheet"
      mark={<Dot {...(sheet.goal.trim() && { tone: 'on' })} icon={goal} />}
      title={t('aim')}
      meta={<span class="brief">{sheet.goal.trim() || t('openStill')}</span>}
    >
      <Field
        label={t('goal')}
        hint={t('goalHint')}
        name="goal"
        lines={1}
        maxLength={2000}
        value={sheet.goal}
        onInput={(goal) => onChange({ ...sheet, goal })}
      />
      <AmountField
        label={t('amount')}
        error={t('amountUnclear')}
        value={sheet.amount}
        onChange={(amount) => onChange({ ...sheet, amount })}
      />
      <Field
        label={t('fallBack')}
        hint={t('fallBackHint')}
        name="fall_back"
        lines={1}
        maxLength={2000}
        value={sheet.fall_back}
        onInput={(fall_back) => onChange({ ...sheet, fall_back })}
      />
    </Fold>
  );
}
