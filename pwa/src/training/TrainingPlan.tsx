/** One plan: its weeks in their order, the topic wished for each, and what became of it. */
import { useEffect, useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { useProducts } from '../deals/remote';
import { me } from '../kit/api/session';
import { dayInSentence, dayOf, daysAfter } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Button, IconButton } from '../kit/ui/Button';
import { Card, Fold, Row, Rows } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { back, edit as pencil, next, plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { sentenceOf } from '../kit/form/problems';
import { late } from '../late';
import { ReadNote } from '../people/ReadNote';
import { skillName } from './Lesson';
import { changePlan, usePlan } from './plan-remote';
import { periodOf, PLANS, weekInWords, whoseOf } from './plan-words';
import { freeWeek, mondayOf, swapped, weeksOf } from './planning';
import type { ClassOfTopic, Plan, PlannedTopic } from './wire';
import { t as tw } from './words';
import { t as tv } from './words-of-coverage';
import { t } from './words-of-plans';

const TopicSheet = late(
  () => import('./PlanTopicSheet'),
  () => null,
);

/** Weeks ahead that stand in the calendar. */
const LAID = 4 * 7;

type Open = { topic: PlannedTopic | null; week: string | null };

export default function TrainingPlan({ id }: { id: string }) {
  const read = usePlan(id);
  const plan = read.value;
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  return (
    <Page
      title={plan ? periodOf(plan) : tw('plans')}
      meta={plan && [whoseOf(plan), t('by', { name: fullName(plan.by) })].join(DOT)}
      back={PLANS}
      refresh={[read]}
    >
      <ReadNote of={read} />
      {!plan && !read.error && <Skeleton rows={5} />}
      {plan && <Weeks plan={plan} onOpen={mayWrite(plan) ? setOpen : null} />}
      {plan && open && <TopicSheet plan={plan} {...open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

interface PlanProps {
  plan: Plan;
  /** Null for those who only read it. */
  onOpen: ((open: Open) => unknown) | null;
}

function Weeks({ plan, onOpen }: PlanProps) {
  const weeks = weeksOf(plan);
  const now = mondayOf(dayOf());
  const before = weeks.filter((week) => week < now && topicsOf(plan, week).length > 0);
  const loose = plan.topics.filter(({ wish_week }) => !weeks.includes(wish_week ?? ''));
  const team = plan.team ? `?team=${plan.team.id}` : '';
  return (
    <>
      {loose.length > 0 && (
        <Card>
          <h2>{t('noWeek')}</h2>
          {loose.map((topic) => (
            <Topic key={topic.id} {...{ plan, topic, onOpen }} />
          ))}
        </Card>
      )}
      {weeks
        .filter((week) => week >= now)
        .map((week) => (
          <Week key={week} {...{ plan, week, onOpen }} />
        ))}
      {before.length > 0 && (
        <Fold title={t('before')} open={before.length === weeks.length}>
          {before.map((week) => (
            <section key={week} class="stack">
              <h2>{weekInWords(week)}</h2>
              {topicsOf(plan, week).map((topic) => (
                <Topic key={topic.id} {...{ plan, topic, onOpen }} />
              ))}
            </section>
          ))}
        </Fold>
      )}
      {onOpen && (
        <Rows>
          <Row href={`/training/coverage${team}`} title={tv('ofTeam')} meta={t('fromCoverage')} />
          <Row href="/training/topics" title={tw('topics')} meta={tw('topicsWhy')} />
        </Rows>
      )}
    </>
  );
}

function Week({ plan, week, onOpen }: PlanProps & { week: string }) {
  const topics = topicsOf(plan, week);
  return (
    <Card>
      <h2>{weekInWords(week)}</h2>
      {topics.map((topic) => (
        <Topic key={topic.id} {...{ plan, topic, onOpen }} />
      ))}
      {topics.length === 0 && <p class="meta">{t('free')}</p>}
      {topics.length === 0 && onOpen && (
        <Button icon={plus} onClick={() => onOpen({ topic: null, week })}>
          {t('addFor', { week: weekInWords(week) })}
        </Button>
      )}
    </Card>
  );
}

function topicsOf({ topics }: Plan, week: string): PlannedTopic[] {
  return topics.filter(({ wish_week }) => wish_week === week);
}

function Topic({ plan, topic, onOpen }: PlanProps & { topic: PlannedTopic }) {
  return (
    <div class="stack" role="group" aria-label={topic.topic}>
      <div class="row">
        <p class="grow">
          <strong lang={languageOf(topic.topic)}>{topic.topic}</strong>
          <br />
          <span class="meta">
            <About of={topic} />
          </span>
        </p>
        {onOpen && (
          <>
            <Shift {...{ plan, topic }} by={-1} />
            <Shift {...{ plan, topic }} by={1} />
            <IconButton
              icon={pencil}
              label={t('edit', { topic: topic.topic })}
              onClick={() => onOpen({ topic, week: topic.wish_week })}
            />
          </>
        )}
      </div>
      {topic.classes.map((one) => (
        <Became key={one.id} of={one} />
      ))}
      {topic.classes.length === 0 && <p class="meta">{t(waitOf(topic))}</p>}
    </div>
  );
}

/** Its class, and the product or skill that it covers. */
function About({ of }: { of: PlannedTopic }) {
  const products = useProducts().value?.items ?? [];
  const names = of.product_keys.map((key) => {
    const found = products.find((one) => one.key === key);
    return found ? inMyLanguage(found.name) : key;
  });
  return <>{[tw(of.topic_class), ...names, ...of.skill_keys.map(skillName)].join(DOT)}</>;
}

/** The class as it stands; a skipped one with its reason and the day that stands in for it. */
function Became({ of: { id, team, day, state, skip_reason, made_up_by: other } }: BecameProps) {
  const done = state === 'closed' || state === 'made_up';
  const where = [team && inMyLanguage(team.name), dayInSentence(day)].filter(Boolean).join(DOT);
  return (
    <div class="stack">
      <p class="row wrap">
        <a class="link" href={`/training/${id}`}>
          {where}
        </a>
        <Tag {...(done && { tone: 'ok' as const })}>{tw(state)}</Tag>
      </p>
      {skip_reason && (
        <p class="meta" lang={languageOf(skip_reason)}>
          {t('because', { reason: skip_reason })}
        </p>
      )}
      {other && (
        <a class="link" href={`/training/${other.id}`}>
          {t('standsIn', { day: dayInSentence(other.day) })}
        </a>
      )}
    </div>
  );
}

interface BecameProps {
  of: ClassOfTopic;
}

interface ShiftProps {
  plan: Plan;
  topic: PlannedTopic;
  by: -1 | 1;
}

/** To the next free week, which gives its topic back; a topic that has its class stays. */
function Shift({ plan, topic, by }: ShiftProps) {
  const week = topic.wish_week;
  if (week === null || topic.classes.length > 0) return null;
  const other = freeWeek(plan, week, by, { today: dayOf() });
  if (other === null) return null;
  const move = async () => {
    try {
      await changePlan(plan, swapped(plan, week, other));
      say(t('moved', { week: weekInWords(other) }));
    } catch (problem) {
      say(sentenceOf(problem));
    }
  };
  const words = { topic: topic.topic };
  return (
    <IconButton
      icon={by < 0 ? back : next}
      label={by < 0 ? t('earlier', words) : t('later', words)}
      onClick={move}
    />
  );
}

function waitOf({ wish_week: week }: PlannedTopic) {
  if (week === null) return 'choosesWeek';
  if (week < mondayOf(dayOf())) return 'notGiven';
  return week <= daysAfter(dayOf(), LAID) ? 'noClass' : 'comes';
}

/** The trainer any, a manager those of the own team. */
function mayWrite({ team }: Plan): boolean {
  const { role, team_id } = me.value ?? {};
  return role === 'trainer' || (role === 'manager' && team !== null && team.id === team_id);
}
