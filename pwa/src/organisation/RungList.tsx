import { Row, Rows } from '../kit/ui/Card';
import { IconButton } from '../kit/ui/Button';
import { up } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { t as tr } from '../ride-alongs/words-of-rungs';
import { earlier } from './settings';
import type { Rung } from './wire';
import { t } from './words-of-settings';

interface Props {
  rungs: readonly Rung[];
  onChange: (rungs: Rung[]) => unknown;
}

/** 我说你听, 我做你看, 你说我听, 你做我看, in the order in which this company goes up. */
export function RungList({ rungs, onChange }: Props) {
  return (
    <section>
      <h2>{t('rungs')}</h2>
      <p class="meta">{t('rungsHint')}</p>
      <Rows label={t('rungs')}>
        {rungs.map((rung, at) => (
          <Row
            key={rung}
            before={<Dot>{String(at + 1)}</Dot>}
            title={tr(rung)}
            after={
              at > 0 && (
                <IconButton
                  icon={up}
                  label={t('rungUp', { rung: tr(rung) })}
                  onClick={() => onChange(earlier(rungs, at))}
                />
              )
            }
          />
        ))}
      </Rows>
    </section>
  );
}
