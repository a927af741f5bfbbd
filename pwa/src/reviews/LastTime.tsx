import { useState } from 'preact/hooks';
import { fullName } from '../kit/i18n/names';
import { items } from '../kit/outbox';
import { Ava } from '../kit/ui/Ava';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { check } from '../kit/ui/icons';
import { Field } from '../kit/ui/Field';
import { Seg } from '../kit/ui/Seg';
import { Sheet } from '../kit/ui/Sheet';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { me } from '../kit/api/session';
import { OUTCOME, settle } from './actions';
import type { LastTime as Before, PromiseRead } from './wire';
import { t } from './words-of-facts';
import { t as tt } from './words-of-talk';

type Outcome = NonNullable<PromiseRead['outcome']>;

/** The review opens with kept and not kept, on both sides. */
export function LastTime({ before, sides }: { before: Before; sides: readonly string[] }) {
  const [chosen, setChosen] = useState<PromiseRead | null>(null);
  if (before.promises.length === 0) return null;
  const maySettle = sides.includes(me.value?.id ?? '');
  return (
    <Card>
      <h2>{t('lastTime')}</h2>
      {before.promises.map((one) => (
        <div key={one.id} class="row lines">
          <Ava name={fullName(one.owner)} />
          <span class="grow" lang={languageOf(one.words)}>
            <span class="hide">{fullName(one.owner)} </span>
            {one.words}
            {one.outcome_reason && <span class="meta">{DOT + one.outcome_reason}</span>}
          </span>
          <HowItWent promise={one} onSettle={maySettle ? () => setChosen(one) : null} />
        </div>
      ))}
      {chosen && <SettleSheet promise={chosen} onClose={() => setChosen(null)} />}
    </Card>
  );
}

function HowItWent({
  promise,
  onSettle,
}: {
  promise: PromiseRead;
  onSettle: (() => unknown) | null;
}) {
  const outcome = promise.outcome ?? unsentOutcome(promise.id);
  if (outcome) {
    return (
      <Tag {...(outcome === 'kept' && { tone: 'ok' as const, icon: check })}>{t(outcome)}</Tag>
    );
  }
  return onSettle && <Button onClick={onSettle}>{t('howWasIt')}</Button>;
}

function unsentOutcome(id: string): Outcome | null {
  const lane = `commitment:${id}`;
  const told = items.value.findLast((one) => one.kind === OUTCOME && one.lane === lane);
  return told ? (told.body as { outcome: Outcome }).outcome : null;
}

function SettleSheet({ promise, onClose }: { promise: PromiseRead; onClose: () => unknown }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const lacksWhy = outcome !== null && outcome !== 'kept' && !why.trim();
  const save = async () => {
    setAsked(true);
    if (!outcome || lacksWhy) return;
    await settle(promise, outcome, why.trim() || null);
    onClose();
  };
  const options = (['kept', 'partly', 'not'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <Sheet open title={t('settleTitle')} onClose={onClose}>
      <p lang={languageOf(promise.words)}>{promise.words}</p>
      <Seg
        legend={t('settleTitle')}
        name="outcome"
        options={options}
        value={outcome}
        onChange={setOutcome}
      />
      {asked && !outcome && (
        <p class="problem" role="alert">
          {t('lackOutcome')}
        </p>
      )}
      <Field
        label={t('settleWhy')}
        hint={t('settleWhyHint')}
        name="why"
        lines={2}
        maxLength={2000}
        value={why}
        error={asked && lacksWhy ? t('lackWhy') : undefined}
        onInput={setWhy}
      />
      <Button look="main" onClick={save}>
        {t('settleSave')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {tt('cancel')}
      </Button>
    </Sheet>
  );
}
