/** The client sheet as a form: four short cards, then what the visit is for. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Card, Fold } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { Chips, Pick } from '../kit/ui/Pick';
import { AmountField } from './AmountField';
import { AnswerDot, answerInWords } from './answers';
import { CompetitorsForm } from './CompetitorsForm';
import { ObjectionsForm } from './ObjectionsForm';
import { missingIn, PARTS, stateOf } from './sheet';
import type { Playbook, SheetContent, SheetPart } from './wire';
import { t } from './words-of-sheet';

export interface SheetFormProps {
  sheet: SheetContent;
  onChange: (sheet: SheetContent) => unknown;
  /** Without it (first opening, no network) objections are written freely. */
  playbook: Pick<Playbook, 'objection_types'> | undefined;
}

export function SheetForm(props: SheetFormProps) {
  return (
    <>
      <SheetAnswers {...props} />
      <VisitAim {...props} />
    </>
  );
}

/** The four answers; the first one that is still open stands open. */
export function SheetAnswers({ sheet, onChange, playbook }: SheetFormProps) {
  const [first] = useState(() => missingIn(sheet)[0] ?? 'objections');
  const questions: Record<SheetPart, ComponentChildren> = {
    decider: <TextPart part="decider" sheet={sheet} onChange={onChange} />,
    situation: <TextPart part="situation" sheet={sheet} onChange={onChange} />,
    objections: <ObjectionsForm sheet={sheet} onChange={onChange} playbook={playbook} />,
    competitors: <CompetitorsForm sheet={sheet} onChange={onChange} />,
  };
  return (
    <div class="stack">
      {PARTS.map((part) => (
        <Fold
          key={part}
          name="sheet"
          open={part === first}
          mark={<AnswerDot sheet={sheet} part={part} />}
          title={t(part)}
          meta={answerInWords(sheet, part)}
        >
          {questions[part]}
          {stateOf(sheet, part) !== 'ready' && (
            <Unknown part={part} sheet={sheet} onChange={onChange} />
          )}
        </Fold>
      ))}
    </div>
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
    <Card>
      <h2>{t('aim')}</h2>
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
    </Card>
  );
}
