import { dayOf } from '../kit/i18n/format';
import { Field } from '../kit/ui/Field';
import { ChipButton, Chips, Pick, Picks } from '../kit/ui/Pick';
import { nextSteps } from './choices';
import { DayPicks } from './DayPicks';
import { useDaysToOffer } from './use-days';
import type { Part } from './use-check-in-form';
import { t } from './words';
import { t as tc } from './words-of-check-in';

/** What the client agreed to, and when; the days are working days. */
export function NextStepPicks({ form, change, lacks }: Part) {
  const { nextStep } = form;
  return (
    <>
      <Picks legend={tc('next')} error={lacks('nextStep') ? tc('lackNextStep') : undefined}>
        <Chips>
          {nextSteps.map((step) => (
            <Pick
              key={step}
              name="next"
              value={step}
              checked={nextStep === step}
              onPick={() => change({ nextStep: step })}
            >
              {t(step)}
            </Pick>
          ))}
          {nextStep && form.outcome !== 'advanced' && (
            <ChipButton onClick={() => change({ nextStep: null, nextOn: null })}>
              {tc('noNext')}
            </ChipButton>
          )}
        </Chips>
        {nextStep === 'other' && (
          <Field
            label={tc('nextText')}
            name="next_step_text"
            value={form.nextStepText}
            maxLength={200}
            onInput={(nextStepText) => change({ nextStepText })}
          />
        )}
      </Picks>
      {(nextStep ?? form.outcome === 'advanced') && <NextDay {...{ form, change, lacks }} />}
    </>
  );
}

function NextDay({ form, change, lacks }: Part) {
  return (
    <DayPicks
      legend={tc('when')}
      name="next_on"
      offered={useDaysToOffer()}
      value={form.nextOn}
      min={dayOf()}
      error={lacks('nextOn') ? tc('lackNextOn') : undefined}
      onChange={(nextOn) => change({ nextOn })}
    />
  );
}
