import { dayOf, daysAfter, relativeDay } from '../kit/i18n/format';
import { Field } from '../kit/ui/Field';
import { Page } from '../kit/ui/Page';
import { ClientPicks } from './ClientPicks';
import { DayPicks } from './DayPicks';
import type { PlanForm } from './plan';
import { PlanDock } from './PlanDock';
import { PurposePicks } from './PurposePicks';
import { useDaysToOffer } from './use-days';
import { usePlanForm, type PlanPart } from './use-plan-form';
import { t as tp } from './words-of-plan';

interface Props {
  draftKey: string;
  begin: () => PlanForm;
  /** Of a plan the server has. */
  version?: number;
  /** The server has it, or may have it: its client stays, and another day is a move. */
  fixed?: boolean;
}

export function PlanSheet({ draftKey, begin, version = 0, fixed = false }: Props) {
  const { part, busy, save, checkInNow } = usePlanForm(draftKey, begin, version);
  const { form, change, lacks } = part;
  return (
    <Page
      title={tp(fixed ? 'titleAgain' : 'title')}
      meta={fixed && `${form.client?.name ?? ''} · ${relativeDay(form.day)}`}
      back="/"
      dock={
        <PlanDock form={form} busy={busy} onSave={save} {...(!fixed && { onNow: checkInNow })} />
      }
    >
      {!fixed && <ClientPicks {...part} />}
      {!fixed && <PlanDay {...part} />}
      <Field
        label={tp('time')}
        name="planned_time"
        type="time"
        value={form.time}
        onInput={(time) => change({ time })}
      />
      <PurposePicks
        legend={tp('purpose')}
        value={form.purpose}
        error={lacks('purpose') ? tp('lackPurpose') : undefined}
        onPick={(purpose) => change({ purpose })}
      />
      <Field
        label={tp('aim')}
        name="aim"
        value={form.aim}
        hint={tp('aimHint')}
        maxLength={200}
        onInput={(aim) => change({ aim })}
      />
      <Field
        label={tp('amount')}
        name="amount"
        value={form.amount}
        inputMode="decimal"
        autocomplete="off"
        hint={tp('amountHint')}
        error={lacks('amountUnclear') ? tp('lackAmount') : undefined}
        onInput={(amount) => change({ amount })}
      />
    </Page>
  );
}

function PlanDay({ form, change, lacks }: PlanPart) {
  const today = dayOf();
  const ahead = useDaysToOffer().slice(0, 2);
  const tomorrow = daysAfter(today, 1);
  return (
    <DayPicks
      legend={tp('when')}
      name="day"
      offered={[...new Set([today, tomorrow, ...ahead])]}
      value={form.day || null}
      min={today}
      error={lacks('day') ? tp('lackDay') : undefined}
      onChange={(day) => change({ day })}
    />
  );
}
