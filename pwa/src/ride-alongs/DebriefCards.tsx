import { callName } from '../kit/i18n/names';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { check } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { Seg } from '../kit/ui/Seg';
import { languageOf } from '../kit/ui/Talk';
import type { DayAtHand, Seat } from './at-hand';
import { CORRECTIONS, MARKS, type DebriefForm, type TextField } from './debrief-form';
import { upwards } from './icons';
import type { DebriefFields } from './wire';
import { t } from './words-of-debrief';

export interface Part {
  day: DayAtHand;
  seat: Seat;
  form: DebriefForm;
  change: (part: Partial<DebriefForm>) => unknown;
  /** Somebody pressed Save: what is missing is marked. */
  asked: boolean;
}

interface LineProps extends Part {
  name: TextField;
  label: string;
  most?: number;
}

function Line({ name, label, form, change, most = 200 }: LineProps) {
  return (
    <Field
      label={label}
      name={name}
      lines={1}
      maxLength={most}
      value={form[name]}
      onInput={(text) => change({ [name]: text })}
    />
  );
}

/** On one tablet the apprentice speaks and the mentor types; what she wrote on her own phone stands above it. */
export function FirstCard({
  heard,
  ...part
}: Part & { heard: Pick<DebriefFields, 'well' | 'stuck'> | null }) {
  const { day, seat } = part;
  const name = callName(day.apprentice);
  return (
    <Card>
      <h2>{seat === 'apprentice' ? t('firstMine', { n: 1 }) : t('first', { n: 1, name })}</h2>
      {heard ? (
        <dl class="said-so">
          <Own label={t('well')} words={heard.well} />
          <Own label={t('stuck')} words={heard.stuck} />
        </dl>
      ) : (
        <>
          <Line {...part} name="well" label={t('well')} most={2000} />
          <Line {...part} name="stuck" label={t('stuck')} most={2000} />
        </>
      )}
    </Card>
  );
}

export function Own({ label, words }: { label: string; words: string | null }) {
  if (!words) return null;
  return (
    <div>
      <dt class="meta">{label}</dt>
      <dd lang={languageOf(words)}>{words}</dd>
    </div>
  );
}

export function MarksCard({ form, change }: Part) {
  return (
    <Card>
      <h2>{t('marks', { n: 3 })}</h2>
      {MARKS.map((name) => (
        <div key={name} class="row wrap">
          <span class="grow" aria-hidden="true">
            {t(name)}
          </span>
          <Seg
            legend={t(name)}
            name={name}
            shape="five"
            options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
            value={form[name] === null ? null : String(form[name])}
            onChange={(value) => change({ [name]: Number(value) })}
          />
        </div>
      ))}
    </Card>
  );
}

export function TwoAndOneCard(part: Part) {
  const { form, change, asked } = part;
  return (
    <Card>
      <h2>{t('twoAndOne', { n: 4 })}</h2>
      {(['strength_one', 'strength_two', 'change'] as const).map((name) => (
        <div key={name} class="row">
          {name === 'change' ? <Dot tone="lamp" icon={upwards} /> : <Dot tone="on" icon={check} />}
          <div class="grow">
            <Line {...part} name={name} label={t(name)} />
          </div>
        </div>
      ))}
      <Seg
        legend={t('kind')}
        name="correction"
        options={CORRECTIONS.map((value) => ({ value, label: t(value) }))}
        value={form.correction}
        onChange={(correction) => change({ correction })}
      />
      {asked && !form.correction && (
        <p class="problem" role="alert">
          {t('lacks', { parts: t('kind') })}
        </p>
      )}
    </Card>
  );
}

/** One action with its day and how it will be seen; one promise by whoever helps. */
export function ActionCard(part: Part) {
  const { day, form, change } = part;
  const due = (name: 'action_due' | 'promise_due') => (
    <Field
      label={t(name)}
      name={name}
      type="date"
      value={form[name]}
      onInput={(text) => change({ [name]: text })}
    />
  );
  return (
    <Card>
      <h2>{t('actionTitle', { n: 5 })}</h2>
      <div class="row due">
        <Line {...part} name="action" label={t('action', { name: callName(day.apprentice) })} />
        {due('action_due')}
      </div>
      <Line {...part} name="action_seen" label={t('action_seen')} />
      <div class="row due">
        <Line {...part} name="promise" label={t('promise', { name: callName(day.mentor) })} />
        {due('promise_due')}
      </div>
    </Card>
  );
}
