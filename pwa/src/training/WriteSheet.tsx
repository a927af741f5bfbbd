import { useState } from 'preact/hooks';
import { useProducts } from '../deals/remote';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { plus } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { changeSession, writePoints } from './remote';
import { TopicFields } from './TopicFields';
import type { Point, Session, TopicClass } from './wire';
import { t } from './words-of-forms';

const MOST_POINTS = 7;

interface Props {
  session: Session;
  onClose: () => unknown;
}

/** What the class is about, why now, and its rules; it goes straight to the server, as two may write it. */
export default function WriteSheet({ session, onClose }: Props) {
  const [topic, setTopic] = useState(session.topic ?? '');
  const [topicClass, setClass] = useState<TopicClass | null>(session.topic_class);
  const [why, setWhy] = useState(session.why.words ?? '');
  const [product, setProduct] = useState(session.product_key ?? '');
  const [points, setPoints] = useState<Point[]>(startOf(session));
  const written = points.filter(({ if_, then }) => if_.trim() || then.trim());
  const isWhole = written.every(({ if_, then }) => if_.trim() && then.trim());
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: topic.trim() !== '' && topicClass !== null && isWhole,
    send: async () => {
      const about = { topic: topic.trim(), ...(topicClass && { topic_class: topicClass }) };
      const reason = { ...session.why, words: why.trim() || null };
      await changeSession(session, { ...about, why: reason, product_key: product || null });
      await writePoints(session.id, written);
      say(t('saved'));
      onClose();
    },
  });
  const change = (how: () => void) => {
    how();
    forget();
  };
  const put = (place: number, part: Partial<Point>) =>
    change(() => setPoints(points.map((one, nth) => (nth === place ? { ...one, ...part } : one))));
  return (
    <Sheet open title={t('editTitle')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TopicFields
          {...{ topic, topicClass, asked }}
          onTopic={(typed) => change(() => setTopic(typed))}
          onClass={(one) => change(() => setClass(one))}
        />
        <Product value={product} onChange={(key) => change(() => setProduct(key))} />
        <Field
          label={t('why')}
          hint={t('whyHint')}
          name="why"
          lines={2}
          maxLength={2000}
          value={why}
          onInput={(typed) => change(() => setWhy(typed))}
        />
        {points.map((point, place) => (
          <PointFields
            key={place}
            n={place + 1}
            point={point}
            asked={asked}
            onInput={(part) => put(place, part)}
          />
        ))}
        {points.length < MOST_POINTS && (
          <Button icon={plus} onClick={() => setPoints([...points, BLANK])}>
            {t('addPoint')}
          </Button>
        )}
        <Problem of={problem} />
        <Ending busy={busy} save={t('save')} onClose={onClose} />
      </form>
    </Sheet>
  );
}

/** Which product it is about; a retired one stays as long as it is chosen. */
function Product({ value, onChange }: { value: string; onChange: (key: string) => unknown }) {
  const sold = (useProducts().value?.items ?? []).filter(
    ({ key, retired }) => !retired || key === value,
  );
  if (sold.length === 0) return null;
  return (
    <Select
      label={t('product')}
      name="product"
      value={value}
      options={[
        { value: '', label: t('none') },
        ...sold.map(({ key, name }) => ({ value: key, label: inMyLanguage(name) })),
      ]}
      onChange={onChange}
    />
  );
}

const BLANK: Point = { if_: '', then: '' };

function startOf({ learning_points: points }: Session): Point[] {
  return points.length > 0 ? points.map((point) => ({ ...point })) : [BLANK];
}

interface PointProps {
  n: number;
  point: Point;
  asked: boolean;
  onInput: (part: Partial<Point>) => unknown;
}

function PointFields({ n, point, asked, onInput }: PointProps) {
  const isHalf = Boolean(point.if_.trim()) !== Boolean(point.then.trim());
  return (
    <fieldset class="stack">
      <legend>{t('point', { n })}</legend>
      <Field
        label={t('if')}
        name={`if-${n}`}
        maxLength={200}
        value={point.if_}
        onInput={(if_) => onInput({ if_ })}
      />
      <Field
        label={t('then')}
        name={`then-${n}`}
        maxLength={200}
        value={point.then}
        error={asked && isHalf ? t('lackHalf') : undefined}
        onInput={(then) => onInput({ then })}
      />
    </fieldset>
  );
}
