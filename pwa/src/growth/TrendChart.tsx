import { shortDay } from '../kit/i18n/format';
import type { Week } from './trend';
import { t } from './words';

const [SLOT, BAR, HIGH] = [24, 14, 96];

/** For each week a bar as high as the rounds it was looked for in; what was seen fills it. The table beside says the same. */
export function TrendChart({ weeks, label }: { weeks: readonly Week[]; label: string }) {
  const most = Math.max(1, ...weeks.map(({ lookedFor }) => lookedFor));
  const wide = SLOT * weeks.length;
  return (
    <figure>
      <svg role="img" aria-label={label} width="100%" viewBox={`0 0 ${wide} ${HIGH}`}>
        {weeks.map((week, place) => (
          <Bar key={week.week} week={week} x={place * SLOT + (SLOT - BAR) / 2} most={most} />
        ))}
      </svg>
      <figcaption class="row meta">
        <span class="grow">{shortDay(weeks[0]?.week ?? '')}</span>
        {shortDay(weeks.at(-1)?.week ?? '')}
      </figcaption>
      <p class="meta">{t('howToRead')}</p>
    </figure>
  );
}

function Bar({ week, x, most }: { week: Week; x: number; most: number }) {
  const whole = (HIGH * week.lookedFor) / most;
  const seen = (HIGH * week.seen) / most;
  return (
    <>
      <rect class="c0" x={x} y={HIGH - whole} width={BAR} height={whole} rx="3" />
      <rect class="c1" x={x} y={HIGH - seen} width={BAR} height={seen} rx="3" />
    </>
  );
}
