import { useState } from 'preact/hooks';
import { shortDay } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Card } from '../kit/ui/Card';
import { Select } from '../kit/ui/Field';
import { fullest, told, weeksOf, type Week } from './trend';
import { TrendChart } from './TrendChart';
import type { Growth, Trend } from './wire';
import { t } from './words';

/** One behaviour at a time: they are never added up, and none stands above another. */
export function TrendCard({ file }: { file: Growth }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { behaviours } = file;
  const shown =
    behaviours.find(({ behaviour_id }) => behaviour_id === chosen) ?? fullest(behaviours);
  const fired = file.rounds.reduce((all, n) => all + n, 0);
  if (!shown) return null;
  return (
    <Card>
      <h2>{t('trend')}</h2>
      <p class="meta">{t('fired', { n: fired })}</p>
      <Select
        label={t('which')}
        name="behaviour"
        value={shown.behaviour_id}
        options={behaviours.map((one) => ({ value: one.behaviour_id, label: labelOf(one) }))}
        onChange={setChosen}
      />
      <Shown trend={shown} weeks={weeksOf(file, shown)} />
    </Card>
  );
}

function labelOf({ skill, text }: Trend): string {
  return `${inMyLanguage(skill)} · ${inMyLanguage(text)}`;
}

function Shown({ trend, weeks }: { trend: Trend; weeks: readonly Week[] }) {
  const all = (part: 'seen' | 'lookedFor') => weeks.reduce((sum, week) => sum + week[part], 0);
  const label = t('chart', {
    behaviour: inMyLanguage(trend.text),
    seen: all('seen'),
    n: all('lookedFor'),
    from: shortDay(weeks[0]?.week ?? ''),
    to: shortDay(weeks.at(-1)?.week ?? ''),
  });
  return (
    <div class="stack split half">
      <TrendChart weeks={weeks} label={label} />
      <Table weeks={told(weeks)} />
    </div>
  );
}

function Table({ weeks }: { weeks: readonly Week[] }) {
  return (
    <table class="num">
      <thead class="meta">
        <tr>
          <th scope="col">{t('week')}</th>
          <th scope="col">{t('seen')}</th>
          <th scope="col">{t('partly')}</th>
          <th scope="col">{t('lookedFor')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ week, seen, partly, lookedFor }) => (
          <tr key={week}>
            <th scope="row">{shortDay(week)}</th>
            <td>{seen}</td>
            <td>{partly}</td>
            <td>{lookedFor}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
