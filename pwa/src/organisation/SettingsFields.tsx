import { MoneyField } from '../deals/MoneyField';
import { t as tm } from '../deals/words-of-money';
import { isCode, pointsAt } from '../kit/form/problems';
import { lang } from '../kit/i18n/lang';
import { Card } from '../kit/ui/Card';
import { Field, Select } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { countries, withDay, type SettingsForm, type Wrong } from './settings';
import { longWeekdayName, WEEKDAYS } from './week';
import { t } from './words-of-settings';

interface PartProps {
  form: SettingsForm;
  wrong: readonly Wrong[];
  problem: unknown;
  onChange: (part: Partial<SettingsForm>) => unknown;
}

export function CompanyFields(props: PartProps & { zones: readonly string[] }) {
  const { form, wrong, problem, zones, onChange } = props;
  return (
    <Card>
      <h2>{t('company')}</h2>
      <Field
        label={t('name')}
        name="name"
        maxLength={60}
        value={form.name}
        error={wrong.includes('name') ? t('needName') : undefined}
        onInput={(name) => onChange({ name })}
      />
      <Field
        label={t('zone')}
        hint={t('zoneHint')}
        name="zone"
        autocomplete="off"
        offers={zones}
        value={form.zone}
        error={wrong.includes('zone') ? t('needZone') : undefined}
        onInput={(zone) => onChange({ zone })}
      />
      <Select
        label={t('country')}
        name="country"
        value={form.country}
        options={[{ value: '', label: t('noCountry') }, ...countries(lang.value)]}
        error={pointsAt(problem, '/country') ? t('needCountry') : undefined}
        onChange={(country) => onChange({ country })}
      />
    </Card>
  );
}

export function WeekFields({ form, wrong, onChange }: PartProps) {
  return (
    <Card>
      <Picks legend={t('week')} error={wrong.includes('week') ? t('needWeek') : undefined}>
        <Chips>
          {WEEKDAYS.map((day) => (
            <Pick
              key={day}
              many
              name="week"
              value={String(day)}
              checked={form.week.includes(day)}
              onPick={(worked) => onChange({ week: withDay(form.week, day, worked) })}
            >
              {longWeekdayName(day)}
            </Pick>
          ))}
        </Chips>
      </Picks>
    </Card>
  );
}

export function EveningFields({ form, wrong, problem, onChange }: PartProps) {
  const isUpsideDown = wrong.includes('order') || isCode(problem, 'evening_upside_down');
  const closing = wrong.includes('closes') ? t('needTime') : isUpsideDown && t('needOrder');
  return (
    <Card>
      <h2>{t('evening')}</h2>
      <Field
        label={t('evening_opens')}
        name="evening_opens"
        type="time"
        value={form.evening_opens}
        error={wrong.includes('opens') ? t('needTime') : undefined}
        onInput={(evening_opens) => onChange({ evening_opens })}
      />
      <Field
        label={t('evening_closes')}
        name="evening_closes"
        type="time"
        value={form.evening_closes}
        error={closing || undefined}
        onInput={(evening_closes) => onChange({ evening_closes })}
      />
      <Field
        label={t('quiet_until')}
        hint={t('quietHint')}
        name="quiet_until"
        type="time"
        value={form.quiet_until}
        error={wrong.includes('quiet') ? t('needTime') : undefined}
        onInput={(quiet_until) => onChange({ quiet_until })}
      />
      <Field
        label={t('round_minutes')}
        name="round_minutes"
        inputMode="numeric"
        maxLength={2}
        value={Number.isNaN(form.round_minutes) ? '' : String(form.round_minutes)}
        error={wrong.includes('minutes') ? t('needMinutes') : undefined}
        onInput={(typed) => onChange({ round_minutes: Number.parseInt(typed, 10) })}
      />
      <Field
        label={t('topic_heard')}
        hint={t('topicHint')}
        name="topic_heard"
        inputMode="numeric"
        maxLength={3}
        value={Number.isNaN(form.topic_heard) ? '' : String(form.topic_heard)}
        error={wrong.includes('heard') ? t('needHeard') : undefined}
        onInput={(typed) => onChange({ topic_heard: Number.parseInt(typed, 10) })}
      />
    </Card>
  );
}

export function OrderFields({ form, wrong, problem, onChange }: PartProps) {
  return (
    <Card>
      <MoneyField
        label={t('big_order')}
        value={form.big_order}
        currency="CNY"
        error={wrong.includes('amount') ? tm('needAmount') : undefined}
        currencyError={pointsAt(problem, '/big_order') ? tm('currencyUnknown') : undefined}
        onChange={(big_order) => onChange({ big_order })}
      />
      <p class="meta">{t('bigHint')}</p>
    </Card>
  );
}
