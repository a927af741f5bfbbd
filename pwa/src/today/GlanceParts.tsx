import { money } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Row, Rows } from '../kit/ui/Card';
import { check } from '../kit/ui/icons';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { useWide } from '../kit/ui/wide';
import { late } from '../late';
import { PARTS } from '../clients/sheet';
import { t as ts } from '../clients/words-of-sheet';
import { isPrepared } from './team-day';
import type { TeamToday, VisitTomorrow } from './team-remote';
import { t } from './words-of-glance';

const WaitingHelp = late(
  () => import('../help-requests/WaitingHelp'),
  () => <Skeleton />,
);

interface HelpProps {
  help: TeamToday['wants_help'];
  base: string;
  current: string | undefined;
}

/** The earliest promise stands first. A narrow screen opens a request as a screen of its own. */
export function HelpList({ help, base, current }: HelpProps) {
  const wide = useWide();
  const beside = (id: string) => `${base}?help=${id}`;
  return (
    <section>
      <h2>{t('waiting')}</h2>
      {help.length === 0 && (
        <p class="meta">
          {t('noneWaiting')} {t('noneWaitingWhy')}
        </p>
      )}
      {help.length > 0 && (
        <WaitingHelp
          label={t('waiting')}
          help={help}
          current={current}
          {...(wide && { hrefOf: beside })}
        />
      )}
    </section>
  );
}

interface VisitsProps {
  title: string;
  visits: readonly VisitTomorrow[];
  base: string;
  current: string | undefined;
}

export function VisitList({ title, visits, base, current }: VisitsProps) {
  if (visits.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Rows>
        {visits.map((visit) => (
          <Row
            key={visit.visit_id}
            href={`${base}?visit=${visit.visit_id}`}
            current={visit.visit_id === current}
            before={<Ava name={fullName(visit.person)} />}
            title={<ClientAndAmount visit={visit} />}
            meta={metaOf(visit)}
            after={isPrepared(visit) && <PreparedTag />}
          />
        ))}
      </Rows>
    </section>
  );
}

function ClientAndAmount({ visit: { client, big_order, amount } }: { visit: VisitTomorrow }) {
  return (
    <>
      <span lang={languageOf(client.name)}>{client.name}</span>
      {big_order && amount && <span class="num"> {money(amount)}</span>}
    </>
  );
}

function PreparedTag() {
  return (
    <Tag tone="ok" icon={check}>
      {t('prepared')}
    </Tag>
  );
}

/** "Han Xue · 09:30 · not drilled yet · open: Who decides"; of who has left only that matters. */
function metaOf({ person, planned_time, drilled, missing, person_left }: VisitTomorrow): string {
  if (person_left) {
    return [t('left', { name: fullName(person) }), planned_time].filter(Boolean).join(' · ');
  }
  return [
    fullName(person),
    planned_time,
    !drilled && t('notDrilled'),
    missing.length > 0 && openInWords(missing),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Which answers are open; all four at once are said more shortly. */
export function openInWords(missing: VisitTomorrow['missing']): string {
  if (missing.length === PARTS.length) return t('missingAll');
  return t('missing', { parts: missing.map((part) => ts(part)).join(t('comma')) });
}
