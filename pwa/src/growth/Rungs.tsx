import { shortDay } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { t as tr } from '../ride-alongs/words-of-rungs';
import type { Growth } from './wire';
import { t } from './words';

interface Props {
  of: Growth['rungs'];
  ladder: string;
}

/** Each rung with its day; the visits that spoke for it stand on the ladder. */
export function Rungs({ of, ladder }: Props) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{t('rungs')}</h2>
      <Rows label={t('rungs')}>
        {of.map(({ skill_key, name, to_rung, day, evidence }) => {
          const seen = evidence.length > 0 && t('evidence', { n: evidence.length });
          return (
            <Row
              key={`${skill_key} ${day}`}
              href={ladder}
              title={t('rung', { skill: inMyLanguage(name), rung: tr(to_rung) })}
              meta={[shortDay(day), seen].filter(Boolean).join(DOT)}
            />
          );
        })}
      </Rows>
    </section>
  );
}
