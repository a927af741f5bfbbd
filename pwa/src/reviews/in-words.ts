/** How a review and its facts are told in words. */
import { me } from '../kit/api/session';
import { DOT } from '../kit/ui/dots';
import { dayAndTime } from '../kit/i18n/day-and-time';
import { dayInSentence, money, shortDay } from '../kit/i18n/format';
import type { Metric } from '../goals/wire';
import { t as tg } from '../goals/words';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import type { Tone } from '../kit/ui/Tag';
import type { Fact, ReviewCard } from './wire';
import { t as tf } from './words-of-facts';
import { t } from './words';

/** "周Review · 周启航": with whom it is from where I stand, or the team's, or the client's. */
export function titleOf(review: ReviewCard): string {
  return t('titled', { kind: t(review.kind), who: whoOf(review) });
}

function whoOf({ kind, host, person, team, deal }: ReviewCard): string {
  if (kind === 'deal' && deal) return deal.client.name;
  if (team) return inMyLanguage(team.name);
  return fullName(person && person.id !== me.value?.id ? person : host);
}

export function whenOf({ day, starts }: Pick<ReviewCard, 'day' | 'starts'>): string {
  return dayAndTime(day, starts);
}

/** "He Jing and Zhou Qihang". */
export function seatsOf({ host, person, mentor }: ReviewCard): string {
  const names = [host, person, mentor].flatMap((one) => (one ? [fullName(one)] : []));
  return names.join(t('between'));
}

/** Late is the promise of whoever hosts it, and of nobody else. */
export function stateOf(review: ReviewCard): { tone?: Tone; words: string } {
  if (review.late) return { tone: 'wait', words: t('late') };
  const done = review.state === 'agreed' || review.state === 'followed_up';
  return { ...(done && { tone: 'ok' as const }), words: t(review.state) };
}

/** Why it moved or did not take place, as both read it. */
export function reasonOf({ called_off, moved }: ReviewCard): string | null {
  if (called_off) return t('because', { reason: called_off.reason });
  if (!moved) return null;
  return t('movedFrom', { day: dayInSentence(moved.from_day), reason: moved.reason });
}

/** What the playbook calls them, by key. */
interface Named {
  objections: Record<string, string>;
  skills: Record<string, string>;
}

/** Two goals of one metric are told apart by the day they run to. */
export function factName({ key, type_key, links }: Fact, { objections, skills }: Named): string {
  if (key === 'objection')
    return tf('objection', { kind: objections[type_key ?? ''] ?? type_key ?? '' });
  const skill = /^rung_(.+)$/.exec(key)?.[1];
  if (skill) return tf('rung', { skill: skills[skill] ?? skill });
  const [, of, what = ''] = /^(goal|short)_(.+)$/.exec(key) ?? [];
  const until = of === 'goal' && links[0]?.on;
  if (until) return tf('goalUntil', { what: tg(what as GoalWord), day: shortDay(until) });
  if (of) return tf(of === 'goal' ? 'goalOf' : 'shortOf', { what: tg(what as GoalWord) });
  return key in NAMES ? tf(NAMES[key as keyof typeof NAMES]) : key;
}

/** "29 / 30", "2 · ¥59,600", "¥59,600 / ¥80,000". */
export function factFigure({ figure, of, target, money: sum }: Fact): string {
  if (sum && target !== null) return `${money(sum)} / ${money({ ...sum, amount_minor: target })}`;
  const whole = of ?? target;
  const count = figure === null ? null : whole === null ? `${figure}` : `${figure} / ${whole}`;
  return [count, sum && money(sum)].filter((part) => part !== null).join(DOT);
}

/** Null where there is nothing to compare with. */
export function factShare({ figure, of, target, money: sum }: Fact): number | null {
  const whole = target ?? of;
  const reached = figure ?? sum?.amount_minor ?? null;
  return reached === null || !whole ? null : Math.min(1, reached / whole);
}

/** What a goal measures, and what is short of it. */
type GoalWord = Metric | 'effective_rate' | 'close_rate' | 'order_size';

const NAMES = {
  signed: 'signed',
  collected: 'collected',
  lost: 'lost',
  deal_open: 'dealOpen',
  deal_signed: 'dealSigned',
  deal_collected: 'dealCollected',
  deal_lost: 'dealLost',
  visits_made: 'visits',
  effective_visits: 'effective',
  stalled_visits: 'stalled',
  next_steps_overdue: 'overdue',
  evenings: 'evenings',
  rounds: 'rounds',
  help_wanted: 'help',
  expected_that_came: 'expected',
  reviews_held: 'held',
  reviews_moved: 'moved',
  reviews_skipped: 'skipped',
  ride_alongs: 'rides',
  practised: 'practised',
  help_in_time: 'helpInTime',
  help_late: 'helpLate',
  rides_given: 'ridesGiven',
  advice_given: 'adviceGiven',
  advice_owed: 'adviceOwed',
  advice_late: 'adviceLate',
  promises_kept: 'promisesKept',
  promises_partly: 'promisesPartly',
  promises_not: 'promisesNot',
  drills_sat_in: 'satIn',
} as const;
