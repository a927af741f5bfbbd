import { shortDay } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Card } from '../kit/ui/Card';
import type { HeardCounts, HeardDays, HeardOfType } from './field-remote';
import { t } from './words-of-heard';

/** Below it a count is not told: it could be about one person. */
export const FEWEST = 5;

interface Props {
  heard: HeardCounts;
  days: HeardDays;
}

/** Objections by type, these working days beside those before; figures with what they were counted from. */
export function HeardTable({ heard, days }: Props) {
  const { types, visits, visits_before } = heard;
  const most = Math.max(...types.map(({ times }) => times ?? 0));
  return (
    <Card>
      <div>
        <h2>{t('heard')}</h2>
        <p class="meta">
          {t('days', { since: shortDay(days.since), until: shortDay(days.until) })}
        </p>
      </div>
      {types.length === 0 ? (
        <p>{t('nothing', { n: FEWEST })}</p>
      ) : (
        <table class="num">
          <thead>
            <tr class="meta">
              <th scope="col">{t('objection')}</th>
              <td />
              <th scope="col">{t('now')}</th>
              <th scope="col">{t('before')}</th>
            </tr>
          </thead>
          <tbody>
            {types.map((type) => (
              <Line key={type.type_key} type={type} most={most} />
            ))}
          </tbody>
        </table>
      )}
      <p class="meta">
        {t('fromCheckIns', { now: told(visits), before: told(visits_before) })}{' '}
        {types.length > 0 && t('rare', { n: FEWEST })}
      </p>
    </Card>
  );
}

function Line({ type: { name, times, times_before }, most }: { type: HeardOfType; most: number }) {
  return (
    <tr>
      <th scope="row">{name ? inMyLanguage(name) : t('noType')}</th>
      <td>{times !== null && <Bar part={times / most} />}</td>
      <td>{told(times)}</td>
      <td>{told(times_before)}</td>
    </tr>
  );
}

/** Says nothing that the figure beside it does not say, so it is not read out. */
function Bar({ part }: { part: number }) {
  return (
    <svg class="bar" aria-hidden="true">
      <rect width={`${Math.round(part * 100)}%`} height="100%" rx="4" />
    </svg>
  );
}

/** A count, or that there were too few to tell. */
export function told(count: number | null): string {
  return count === null ? t('fewer', { n: FEWEST }) : String(count);
}
