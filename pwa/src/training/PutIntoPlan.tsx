import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { sentenceOf } from '../kit/form/problems';
import { dayOf } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { check } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { changePlan, writePlan } from './plan-remote';
import { givenOf } from './planning';
import type { NotYet, Plan, TopicGiven } from './wire';
import { t } from './words-of-plans';

interface Props {
  team: string;
  axis: 'product' | 'skill';
  of: NotYet;
  /** The team's plan of these days, as far as it has been read. */
  running: { plan: Plan | null } | undefined;
}

/** A subject that nobody has had becomes a topic in one tap, in the running plan or in a new one of this month. */
export default function PutIntoPlan({ team, axis, of, running }: Props) {
  const [busy, setBusy] = useState(false);
  if (!running) return null;
  const { plan } = running;
  const keys = axis === 'product' ? 'product_keys' : 'skill_keys';
  if (plan?.topics.some((one) => one[keys].includes(of.key))) {
    return <Tag icon={check}>{t('inPlan')}</Tag>;
  }
  const name = inMyLanguage(of.name);
  const topic: TopicGiven = {
    topic: name,
    topic_class: axis === 'product' ? 'technical' : 'business',
    wish_week: null,
    [keys]: [of.key],
  };
  const put = async () => {
    setBusy(true);
    try {
      const kept = await added(plan, topic, team);
      const before = plan?.topics.map(givenOf) ?? [];
      say(t('isIn', { what: name }), () => changePlan(kept, before));
    } catch (problem) {
      say(sentenceOf(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} describedBy={subjectId(of)} onClick={put}>
      {t('putIn')}
    </Button>
  );
}

/** Of the name beside the button, which says into the plan what. */
export function subjectId({ key }: Pick<NotYet, 'key'>): string {
  return `subject-${key}`;
}

function added(plan: Plan | null, topic: TopicGiven, team_id: string): Promise<Plan> {
  if (plan) return changePlan(plan, [...plan.topics.map(givenOf), topic]);
  const of = { period: 'month', track: 'professional', team_id } as const;
  const starts_on = `${dayOf().slice(0, 7)}-01`;
  return writePlan({ id: uuid7(), ...of, starts_on, topics: [topic] });
}
