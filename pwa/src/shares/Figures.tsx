import { figure } from '../goals/figures';
import { t as tg } from '../goals/words';
import { Card } from '../kit/ui/Card';
import type { Figure } from './wire';
import { t } from './words-of-share';

/** Target and completion as they stood when it was told; what was not reached has no colour. */
export function Figures({ of }: { of: readonly Figure[] }) {
  return (
    <Card>
      <div>
        <h2>{t('figures')}</h2>
        <p class="meta">{t('frozen')}</p>
      </div>
      {of.map((one) => {
        const value = figure(one, one.reached);
        const target = figure(one, one.target);
        const metric = tg(one.metric);
        return (
          <div key={one.metric}>
            <p class="row num">
              <span class="grow">{metric}</span>
              <span>
                <strong>{value}</strong> <span class="meta">{t('ofTarget', { target })}</span>
              </span>
            </p>
            <progress
              value={Math.min(one.reached, one.target)}
              max={one.target}
              aria-label={t('progress', { metric, value, target })}
            />
          </div>
        );
      })}
    </Card>
  );
}
