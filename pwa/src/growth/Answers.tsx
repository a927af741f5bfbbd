import { inMyLanguage } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import type { Growth } from './wire';
import { t } from './words';

/** What this person said and it met the objection, with how often it did not. */
export function Answers({ of }: { of: Growth['answers'] }) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{t('answers')}</h2>
      <Rows label={t('answers')}>
        {of.map(({ answer_id, type_key, text, worked, partly, not_worked }) => {
          const said = inMyLanguage(text);
          return (
            <Row
              key={answer_id}
              href={`/playbook/${type_key}`}
              title={<span lang={languageOf(said)}>{said}</span>}
              meta={t('worked', { n: worked, partly, not: not_worked })}
            />
          );
        })}
      </Rows>
    </section>
  );
}
