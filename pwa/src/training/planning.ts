/** The weeks of a plan and its topics in them. Pure. */
import { daysAfter } from '../kit/i18n/format';
import { endOf } from './plan-remote';
import type { Plan, PlannedTopic, TopicGiven } from './wire';

type Span = Pick<Plan, 'period' | 'starts_on'>;

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const iso = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
  return daysAfter(day, 1 - iso);
}

/** The Mondays of all weeks that touch the plan's month or quarter. */
export function weeksOf(plan: Span): string[] {
  const weeks: string[] = [];
  const end = endOf(plan);
  for (let week = mondayOf(plan.starts_on); week < end; week = daysAfter(week, 7)) weeks.push(week);
  return weeks;
}

/** As it is sent; what became of it is the server's to say. */
export function givenOf(topic: PlannedTopic): TopicGiven {
  const { topic: words, topic_class, skill_keys, product_keys, wish_week } = topic;
  return { topic: words, topic_class, skill_keys, product_keys, wish_week };
}

/** One topic written anew, taken out (`null`), or added when it is not there (any more). */
export function edited(
  topics: readonly PlannedTopic[],
  before: PlannedTopic | null,
  after: TopicGiven | null,
): TopicGiven[] {
  const place = before ? topics.findIndex((one) => isSame(one, before)) : -1;
  const given = topics.map(givenOf);
  if (place < 0) return after ? [...given, after] : given;
  return after ? given.with(place, after) : given.toSpliced(place, 1);
}

function isSame(one: PlannedTopic, other: PlannedTopic): boolean {
  return one.topic === other.topic && one.wish_week === other.wish_week;
}

/** The next week in a direction that no class has taken yet, and that is not over. */
export function freeWeek(
  plan: Plan,
  week: string,
  by: -1 | 1,
  { today }: { today: string },
): string | null {
  const taken = new Set(
    plan.topics.flatMap(({ classes, wish_week }) => (classes.length > 0 ? [wish_week] : [])),
  );
  const free = weeksOf(plan).filter((one) => one >= mondayOf(today) && !taken.has(one));
  const ahead = by > 0 ? free.find((one) => one > week) : free.findLast((one) => one < week);
  return ahead ?? null;
}

/** Two weeks change their topics; the order of the plan follows the weeks. */
export function swapped(plan: Plan, week: string, other: string): TopicGiven[] {
  const turned = plan.topics.map((topic) => {
    const given = givenOf(topic);
    if (topic.classes.length > 0) return given;
    if (topic.wish_week === week) return { ...given, wish_week: other };
    return topic.wish_week === other ? { ...given, wish_week: week } : given;
  });
  return turned.sort((one, next) => weekOf(one).localeCompare(weekOf(next)));
}

/** What has no week yet stands last. */
function weekOf({ wish_week }: TopicGiven): string {
  return wish_week ?? '9999';
}
