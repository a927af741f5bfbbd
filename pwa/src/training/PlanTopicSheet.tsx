import { useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { useProducts } from '../deals/remote';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Select } from '../kit/ui/Field';
import { bin } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { changePlan } from './plan-remote';
import { weekInWords } from './plan-words';
import { edited, givenOf, weeksOf } from './planning';
import { TopicFields } from './TopicFields';
import type { Plan, PlannedTopic, TopicClass, TopicGiven } from './wire';
import { t as tf } from './words-of-forms';
import { t } from './words-of-plans';

interface Props {
  plan: Plan;
  /** What is written anew; without it a topic is added to `week`. */
  topic: PlannedTopic | null;
  week: string | null;
  onClose: () => unknown;
}

/** A topic of a plan: what, in which week, and which product or skill it covers. */
export default function PlanTopicSheet({ plan, topic, week, onClose }: Props) {
  const [draft, setDraft] = useState({
    topic: topic?.topic ?? '',
    topic_class: topic?.topic_class ?? (null as TopicClass | null),
    wish_week: topic ? topic.wish_week : week,
    product: topic?.product_keys[0] ?? '',
    skill: topic?.skill_keys[0] ?? '',
  });
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: draft.topic.trim() !== '' && draft.topic_class !== null,
    send: async () => {
      await changePlan(plan, edited(plan.topics, topic, whole(draft)));
      say(t('kept'));
      onClose();
    },
  });
  const change = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part });
    forget();
  };
  return (
    <Sheet open title={t(topic ? 'editTopic' : 'addTopic')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {topic !== null && topic.classes.length > 0 && <p class="meta">{t('classStays')}</p>}
        <TopicFields
          topic={draft.topic}
          topicClass={draft.topic_class}
          asked={asked}
          onTopic={(typed) => change({ topic: typed })}
          onClass={(topic_class) => change({ topic_class })}
        />
        <Select
          label={t('week')}
          name="wish_week"
          value={draft.wish_week ?? ''}
          options={[
            ...weeksOf(plan).map((one) => ({ value: one, label: weekInWords(one) })),
            { value: '', label: t('noWeek') },
          ]}
          onChange={(one) => change({ wish_week: one || null })}
        />
        <Covers {...draft} onChange={change} />
        <Problem of={problem} />
        <Ending busy={busy} save={tf('save')} onClose={onClose}>
          {topic && <TakeOut plan={plan} topic={topic} onClose={onClose} />}
        </Ending>
      </form>
    </Sheet>
  );
}

function whole({ product, skill, topic_class, ...draft }: Draft): TopicGiven {
  return {
    ...draft,
    topic: draft.topic.trim(),
    topic_class: topic_class ?? 'business',
    product_keys: product ? [product] : [],
    skill_keys: skill ? [skill] : [],
  };
}

interface Draft {
  topic: string;
  topic_class: TopicClass | null;
  wish_week: string | null;
  product: string;
  skill: string;
}

interface CoversProps {
  product: string;
  skill: string;
  onChange: (part: { product?: string; skill?: string }) => unknown;
}

/** Coverage counts a class by them. */
function Covers({ product, skill, onChange }: CoversProps) {
  const sold = (useProducts().value?.items ?? []).filter(
    ({ key, retired }) => !retired || key === product,
  );
  const skills = playbookRead().value?.skills ?? [];
  const named = ({ key, name }: { key: string; name: (typeof skills)[number]['name'] }) => ({
    value: key,
    label: inMyLanguage(name),
  });
  const none = { value: '', label: tf('none') };
  return (
    <>
      {sold.length > 0 && (
        <Select
          label={tf('product')}
          name="product"
          value={product}
          options={[none, ...sold.map(named)]}
          onChange={(key) => onChange({ product: key })}
        />
      )}
      <Select
        label={tf('skill')}
        name="skill"
        value={skill}
        options={[none, ...skills.map(named)]}
        onChange={(key) => onChange({ skill: key })}
      />
    </>
  );
}

/** With the way back, since a tap is easily wrong. */
function TakeOut({ plan, topic, onClose }: Pick<Props, 'plan' | 'onClose'> & TakeProps) {
  const away = async () => {
    const left = await changePlan(plan, edited(plan.topics, topic, null));
    onClose();
    say(t('takenOut'), () => changePlan(left, [...left.topics.map(givenOf), givenOf(topic)]));
  };
  return (
    <Button look="quiet" icon={bin} onClick={away}>
      {t('takeOut')}
    </Button>
  );
}

interface TakeProps {
  topic: PlannedTopic;
}
