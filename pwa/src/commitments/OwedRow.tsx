import { me } from '../kit/api/session';
import { dayInSentence, dayOf, relativeDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Row } from '../kit/ui/Card';
import { Icon } from '../kit/ui/Icon';
import { check, clock, thanks, tray } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { lateness } from './lateness';
import type { OpenPromise } from './promises';
import type { Owed } from './wire';
import { t } from './words';

const TITLES = {
  advice: 'advice',
  help_request: 'help_request',
  ride_along: 'ride_along',
  review: 'review',
  thanks: 'thanks',
} as const;
/** What was done late, in the words of its kind; a promise that is only settled late was not done late. */
const DONE_LATE = {
  advice: 'givenLate',
  help_request: 'answeredLate',
  review: 'heldLate',
} as const;
/** What was not done in its time and then ended otherwise. */
const ENDINGS = {
  handed_over: 'handedOver',
  never_answered: 'neverAnswered',
  called_off: 'calledOff',
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
  /** The ledger it stands on, where a settled promise of two is opened. */
  ledger?: string;
}

/** One line of a ledger: what, to whom, until when or since when it is done. */
export function OwedRow({ owed, isHelper, mine, ledger }: Props) {
  const { words, done_at } = owed;
  const href = done_at ? opensSettled(owed, mine, ledger) : mine ? opens(owed) : null;
  return (
    <Row
      {...(href && { href })}
      title={words ? <span lang={languageOf(words)}>{words}</span> : titleOf(owed)}
      meta={metaOf(owed)}
      before={owed.kind === 'thanks' && <Icon of={thanks} />}
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

function State({ of: owed, isHelper }: { of: Owed; isHelper: boolean }) {
  const late = slipInWords(owed);
  if (owed.kind === 'thanks') return null;
  if (late && (isHelper || owed.kind !== 'commitment')) {
    return (
      <Tag tone="wait" icon={clock}>
        {late}
      </Tag>
    );
  }
  const { done_at, outcome } = owed;
  if (!done_at) return null;
  const isKept = outcome === null || outcome === 'kept';
  return (
    <Tag tone={isKept ? 'ok' : undefined} icon={isKept ? check : undefined}>
      {t(outcome ?? 'kept')}
    </Tag>
  );
}

/** That it was late, however it ended or moved since. */
function slipInWords(owed: Owed): string | null {
  const { ending, done_at, moved_late } = owed;
  const late = lateInWords({ ...owed, kind: ending ? '' : owed.kind });
  if (ending && late && done_at) return t(ENDINGS[ending], { late });
  return late ?? (moved_late ? t('movedLate') : null);
}

/** "20 min late" of what is open, "answered, 20 min late" of what was done. */
function lateInWords({ kind, late, late_from, done_at }: Owed): string | null {
  if (!late || !late_from) return null;
  const { key, n } = lateness(late_from, done_at ? Date.parse(done_at) : Date.now());
  const said = t(key, { n });
  if (!done_at) return said;
  return kind in DONE_LATE ? t(DONE_LATE[kind as keyof typeof DONE_LATE], { late: said }) : said;
}

function titleOf({ kind }: Owed): string {
  return kind in TITLES ? t(TITLES[kind as keyof typeof TITLES]) : t('private');
}

function metaOf(owed: Owed): string {
  const { kind, to, due, done_at, words, first_due, seen_differently } = owed;
  const isHidden = kind === 'advice' && !done_at;
  const isThanks = kind === 'thanks';
  const whom = to
    ? t(isThanks ? 'thanksFrom' : 'to', { name: fullName(to) })
    : isHidden && t('advicePrivate');
  const when = done_at ? relativeDay(dayOf(done_at)) : due && dueIn(due);
  const first = first_due && first_due !== due && t('firstFor', { day: dayInSentence(first_due) });
  const what = isThanks && words && t('thanks');
  return [what, whom, when, first, seen_differently && t('seenDifferently')]
    .filter(Boolean)
    .join(' · ');
}

/** "by Friday", "was for 3 Mar". */
export function dueIn(due: string): string {
  return t(due < dayOf() ? 'wasBy' : 'by', { day: dayInSentence(due) });
}

/** Both sides open how it went. */
/** For its two sides what is over leads to its record, too: what was asked, and what came of it. */
function opensSettled(owed: Owed, mine: boolean, ledger?: string): string | null {
  const { kind, id, to } = owed;
  const isSide = mine || (to !== null && to.id === me.value?.id);
  if (!isSide) return null;
  if (kind !== 'commitment') return opens(owed);
  return ledger ? `${ledger}?promise=${id}` : null;
}

function opens({ kind, id }: Owed): string | null {
  const place = PLACES[kind];
  return place ? place + id : null;
}
