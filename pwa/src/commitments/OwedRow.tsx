import { dayInSentence, dayOf, relativeDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Row } from '../kit/ui/Card';
import { check, clock, tray } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import type { OpenPromise } from './promises';
import type { Owed } from './wire';
import { t } from './words';

const DAY_MS = 86_400_000;
const TITLES = {
  advice: 'advice',
  help_request: 'help_request',
  ride_along: 'ride_along',
  review: 'review',
  thanks: 'thanks',
} as const;
/** Where a line is kept. */
const PLACES: Partial<Record<string, string>> = {
  commitment: '/promises?promise=',
  advice: '/goals/',
  help_request: '/help-requests/',
  ride_along: '/ride-alongs/',
  review: '/reviews/',
};

interface Props {
  owed: Owed;
  isHelper: boolean;
  /** Opens what can be settled; on somebody else's ledger a line is only read. */
  mine: boolean;
}

/** One line of a ledger: what, to whom, until when or since when it is done. */
export function OwedRow({ owed, isHelper, mine }: Props) {
  const { words, done_at } = owed;
  const href = mine && !done_at ? opens(owed) : null;
  return (
    <Row
      {...(href && { href })}
      title={words ? <span lang={languageOf(words)}>{words}</span> : titleOf(owed)}
      meta={metaOf(owed)}
      after={<State of={owed} isHelper={isHelper} />}
    />
  );
}

/** What somebody promised me: I may say how it went, too. */
export function PromisedRow({ promise }: { promise: OpenPromise }) {
  const { id, words, owner, due, isUnsent } = promise;
  const name = fullName(owner);
  return (
    <Row
      href={`/promises?promise=${id}`}
      title={<span lang={languageOf(words)}>{words}</span>}
      meta={[t('from', { name }), dueIn(due)].join(' · ')}
      after={isUnsent && <Tag icon={tray}>{t('waits')}</Tag>}
    />
  );
}

function State({ of: { late, due, done_at, outcome }, isHelper }: { of: Owed; isHelper: boolean }) {
  if (done_at) {
    const isKept = outcome === null || outcome === 'kept';
    return (
      <Tag tone={isKept ? 'ok' : undefined} icon={isKept ? check : undefined}>
        {t(outcome ?? 'kept')}
      </Tag>
    );
  }
  if (!late || !due || !isHelper) return null;
  const n = Math.max(1, Math.round((Date.parse(dayOf()) - Date.parse(due)) / DAY_MS));
  return (
    <Tag tone="wait" icon={clock}>
      {t('daysLate', { n })}
    </Tag>
  );
}

function titleOf({ kind }: Owed): string {
  return kind in TITLES ? t(TITLES[kind as keyof typeof TITLES]) : t('private');
}

function metaOf({ kind, to, due, done_at }: Owed): string {
  const isHidden = kind === 'advice' && !done_at;
  const whom = to ? t('to', { name: fullName(to) }) : isHidden && t('advicePrivate');
  const when = done_at ? relativeDay(dayOf(done_at)) : due && dueIn(due);
  return [whom, when].filter(Boolean).join(' · ');
}

function dueIn(due: string): string {
  return t(due < dayOf() ? 'wasBy' : 'by', { day: dayInSentence(due) });
}

function opens({ kind, id }: Owed): string | null {
  const place = PLACES[kind];
  return place ? place + id : null;
}
