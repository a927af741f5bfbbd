import { shortDay } from '../kit/i18n/format';
import { Row, Rows } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import type { SeenAt as Seen } from './wire';
import { t } from './words-of-ladder';

/** What speaks for a rung: each visit leads to the day on which the two rode there. */
export function SeenAt({ of }: { of: readonly Seen[] }) {
  if (of.length === 0) return null;
  return (
    <Rows label={t('evidence', { n: of.length })}>
      {of.map(({ visit_id, ride_along_id, day, client }) => (
        <Row
          key={visit_id}
          href={`/ride-alongs/${ride_along_id}?visit=${visit_id}`}
          title={client.name}
          lang={languageOf(client.name)}
          meta={shortDay(day)}
        />
      ))}
    </Rows>
  );
}
