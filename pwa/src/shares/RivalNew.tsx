/** Proposing a PK: with whom, about what, how long, and a friendly word. My own last month is always there. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { amountOf } from '../goals/actions';
import { isMoney } from '../goals/figures';
import { ourCurrency, useTeam } from '../goals/remote';
import { t as tm } from '../goals/words';
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Fold } from '../kit/ui/Card';
import { Field, Select } from '../kit/ui/Field';
import { Page } from '../kit/ui/Page';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Seg } from '../kit/ui/Seg';
import { say } from '../kit/ui/Toast';
import { propose } from './rival-actions';
import {
  blank,
  lacksOf,
  MOST_METRICS,
  NEW_PK_DRAFT,
  OWN_HANDS,
  RESULTS,
  STAKES,
  type Lack,
} from './rivals';
import type { Metric, RivalForm } from './rivals-wire';
import { t } from './words-of-rivals';

export default function RivalNew() {
  const { route } = useLocation();
  const [start] = useState(blank);
  const draft = useDraft<RivalForm>(NEW_PK_DRAFT, start);
  const [problem, setProblem] = useState<Lack | 'cannotSave' | null>(null);
  const form = draft.value.value;
  const change: Change = (part) => {
    setProblem(null);
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const press = async () => {
    const handicap = form.handicapOf
      ? amountOf(form.handicap, form.handicapOf, ourCurrency())
      : null;
    const missing = lacksOf(form, handicap);
    setProblem(missing);
    if (missing) return;
    try {
      await propose(form, me.value?.id ?? '', handicap);
      say(t(form.rival ? 'sentNow' : 'sentMonth'));
      route('/rivals', true);
    } catch {
      setProblem('cannotSave');
    }
  };
  return (
    <Page
      title={t('newTitle')}
      meta={t('newMeta')}
      back="/rivals"
      dock={
        <>
          {problem && (
            <p class="problem" role="alert">
              {t(problem)}
            </p>
          )}
          <Button look="main" onClick={press}>
            {t('send')}
          </Button>
        </>
      }
    >
      <Who form={form} change={change} />
      <Metrics form={form} change={change} />
      <Days form={form} change={change} />
      {form.rival && <Stakes form={form} change={change} />}
      {form.rival && <Handicap form={form} change={change} />}
      <Field
        label={t(form.rival ? 'learn' : 'learnMonth')}
        {...(form.rival && { hint: t('learnHint') })}
        name="learn"
        lines={2}
        maxLength={200}
        value={form.learn}
        onInput={(learn) => change({ learn })}
      />
    </Page>
  );
}

type Change = (part: Partial<RivalForm>) => unknown;

interface PartProps {
  form: RivalForm;
  change: Change;
}

function Who({ form, change }: PartProps) {
  const mates = (useTeam().value?.items ?? []).filter(
    ({ id, role }) => role === 'rep' && id !== me.value?.id,
  );
  const choices = [{ id: '', name: t('lastMonth') }].concat(
    mates.map((one) => ({ id: one.id, name: fullName(one) })),
  );
  return (
    <Picks legend={t('who')}>
      <Chips>
        {choices.map(({ id, name }) => (
          <Pick
            key={id}
            name="rival"
            value={id}
            checked={form.rival === id}
            onPick={() => change({ rival: id })}
          >
            {name}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}

function Metrics({ form, change }: PartProps) {
  const pick = (metric: Metric, checked: boolean) => {
    const others = form.metrics.filter((one) => one !== metric);
    const metrics = checked ? [...others, metric].slice(-MOST_METRICS) : others;
    const handicapOf = metrics.some((one) => one === form.handicapOf) ? form.handicapOf : '';
    change({ metrics, handicapOf });
  };
  return (
    <Picks legend={t('metrics')} hint={t('metricsHint')}>
      {[OWN_HANDS, RESULTS].map((some, place) => (
        <div key={place} class="stack">
          <span class="meta">{t(place === 0 ? 'ownHands' : 'results')}</span>
          <Chips>
            {some.map((metric) => (
              <Pick
                key={metric}
                many
                name="metric"
                value={metric}
                checked={form.metrics.includes(metric)}
                onPick={(checked) => pick(metric, checked)}
              >
                {tm(metric)}
              </Pick>
            ))}
          </Chips>
        </div>
      ))}
    </Picks>
  );
}

function Days({ form, change }: PartProps) {
  return (
    <>
      <Field
        label={t('first')}
        name="first"
        type="date"
        min={dayOf()}
        value={form.first}
        onInput={(first) => change({ first })}
      />
      <Field
        label={t('last')}
        hint={t('lastHint')}
        name="last"
        type="date"
        min={form.first}
        value={form.last}
        onInput={(last) => change({ last })}
      />
    </>
  );
}

function Stakes({ form, change }: PartProps) {
  return (
    <Picks legend={t('stake')} hint={t('stakeHint')}>
      <Chips>
        {STAKES.map((stake) => (
          <Pick
            key={stake}
            name="stake"
            value={stake}
            checked={form.stake === stake}
            onPick={() => change({ stake })}
          >
            {t(stake)}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}

/** Added to one side of one metric: enough to make two people of different years a match. */
function Handicap({ form, change }: PartProps) {
  const metrics = form.metrics.map((metric) => ({ value: metric, label: tm(metric) }));
  const money = form.handicapOf !== '' && isMoney(form.handicapOf);
  return (
    <Fold title={t('handicap')} meta={t('handicapWhy')} open={form.handicapOf !== ''}>
      <Select
        label={t('metric')}
        name="handicap-of"
        value={form.handicapOf}
        options={[{ value: '', label: t('handicapNone') }, ...metrics]}
        onChange={(chosen) => change({ handicapOf: chosen as Metric | '' })}
      />
      <Field
        label={t('handicapMuch')}
        name="handicap"
        inputMode={money ? 'decimal' : 'numeric'}
        value={form.handicap}
        onInput={(handicap) => change({ handicap })}
      />
      <Seg
        legend={t('handicapFor')}
        name="handicap-for"
        options={[
          { value: 'me', label: t('toMe') },
          { value: 'rival', label: t('toThem') },
        ]}
        value={form.handicapFor}
        onChange={(handicapFor) => change({ handicapFor })}
      />
    </Fold>
  );
}
