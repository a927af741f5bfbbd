/** Why a card is there, in words, and the record each reason came from. */
import { dayInSentence, momentOf, relativeDay } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { t as tv } from '../visits/words';
import { whenOf } from './when';
import type { DeckItem, Playbook, Reason } from './wire';
import { t } from './words-of-reasons';

const HELP = 'help_request';
const GOAL = 'goal';
const CASE = 'case';
/** A card that is played again: after a help request, by the plan of a step, out of the library, else after a ride-along. */
const REPLAYED: Partial<Record<string, 'helped' | 'planned' | 'ofCaseWhy'>> = {
  [HELP]: 'helped',
  [GOAL]: 'planned',
  [CASE]: 'ofCaseWhy',
};
const HEADS: Partial<Record<string, 'ofHelp' | 'ofPlan' | 'ofCase'>> = {
  [HELP]: 'ofHelp',
  [GOAL]: 'ofPlan',
  [CASE]: 'ofCase',
};

/** Said by the client, today or on the day on which it was lost. */
export function isSaid({ kind }: Reason): boolean {
  return kind === 'heard_today' || kind === 'returns' || kind === 'replay';
}

/** The client's own words; those of the playbook where only the type was noted. */
export function wordsOf(
  { words, type_key }: Pick<Reason, 'words' | 'type_key'>,
  playbook: Playbook | undefined,
): string | null {
  const type = playbook?.objection_types.find(({ key }) => key === type_key);
  return words || (type ? inMyLanguage(type.words) : null);
}

/** "Today 10:05, Wu Jianping" · "Not answered 20 Mar; back after 3 working days" */
export function sourceOf({ kind, on, at, said_by: name, step, origin }: Reason): string {
  if (kind === 'returns') return t('returns', { day: dayInSentence(on), n: step ?? 0 });
  if (kind === 'replay') {
    const key = REPLAYED[origin.kind] ?? 'replayed';
    return t(key, { day: dayInSentence(on) });
  }
  const when = at ? momentOf(at) : relativeDay(on);
  return name ? t('heardFrom', { when, name }) : t('heardHere', { when });
}

export function whyOf(card: DeckItem, reason: Reason): string {
  switch (reason.kind) {
    case 'tomorrow':
      return t('whyVisit', { visit: visitInWords(card) });
    case 'big_order':
      return t('whyBig');
    case 'heard_today':
      return t('whyHeard', { source: sourceOf(reason) });
    case 'returns':
    case 'replay':
      return sourceOf(reason);
  }
}

/** The reason that says most, in one line: what was said there, else the plan. */
export function whyInBrief(card: DeckItem, playbook: Playbook | undefined): string {
  const said = card.reasons.find(isSaid);
  const words = said && wordsOf(said, playbook);
  if (said) return [words && quoted(words), sourceOf(said)].filter(Boolean).join(' ');
  const [first] = card.reasons;
  const why = card.big_order ? card.reasons.find(({ kind }) => kind === 'big_order') : first;
  return why ? whyOf(card, why) : '';
}

/** The plan it is for, or the check-in it was said at. */
export function hrefOf(reason: Reason): string {
  const { id, kind } = reason.origin;
  if (kind === 'ride_along') return `/ride-alongs/${id}`;
  if (kind === HELP) return `/help-requests/${id}`;
  if (kind === GOAL) return `/goals/${id}`;
  if (kind === CASE) return `/cases/${id}`;
  return isSaid(reason) ? `/visits/${id}/check-in` : `/?day=${reason.on}&visit=${id}`;
}

/** What stands over a card: when its visit is, or what brought an objection alone. */
export function headOf(card: DeckItem): string {
  const [first] = card.reasons;
  if (card.visit || !first) return whenOf(card);
  if (first.kind === 'replay') return t(HEADS[first.origin.kind] ?? 'replay');
  return first.kind === 'returns' ? t('back') : t('heard', { day: dayInSentence(first.on) });
}

export function quoted(words: string): string {
  return t('quoted', { words });
}

function visitInWords(card: DeckItem): string {
  const purpose = card.visit ? tv(card.visit.purpose) : '';
  return t('visitAt', { when: whenOf(card), purpose });
}
