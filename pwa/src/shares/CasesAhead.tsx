import { objectionsInWords } from '../clients/objection-types';
import { fullName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import { useSuggested } from './remote';
import type { Suggested } from './wire';
import { t } from './words-of-cases';

/** While a drill is prepared: three cases at most, each with the reason. Nothing where there is none. */
export default function CasesAhead({ visit }: { visit: string }) {
  const cases = useSuggested(visit).value?.cases ?? [];
  if (cases.length === 0) return null;
  return (
    <section>
      <h2>{t('forYou')}</h2>
      <Rows label={t('forYou')}>
        {cases.map((one) => (
          <Row
            key={one.id}
            href={`/cases/${one.id}`}
            title={<span lang={languageOf(one.title)}>{one.title}</span>}
            meta={`${reasonOf(one)} · ${fullName(one.author)}`}
          />
        ))}
      </Rows>
    </section>
  );
}

function reasonOf({ reason: { kind, value } }: Suggested): string {
  if (kind === 'objection') {
    return t('because_objection', { value: objectionsInWords()[value ?? ''] ?? value ?? '' });
  }
  if (kind === 'industry') return t('because_industry', { value: value ?? '' });
  return t(`because_${kind}`);
}
