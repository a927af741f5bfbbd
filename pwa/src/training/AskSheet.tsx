import { useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { uuid7 } from '../kit/api/uuid7';
import { inMyLanguage } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { Note } from '../kit/ui/Tag';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { propose, TOPIC_DRAFT } from './actions';
import { TopicFields } from './TopicFields';
import type { TopicClass } from './wire';
import { t } from './words-of-topics';

interface Form {
  topic: string;
  topic_class: TopicClass | null;
  type_key: string | null;
  words: string;
}

const BLANK: Form = { topic: '', topic_class: null, type_key: null, words: '' };

/** A wish for the own team; kept as a draft while it is typed. */
export default function AskSheet({ onClose }: { onClose: () => unknown }) {
  const draft = useDraft<Form>(TOPIC_DRAFT, BLANK);
  const form = draft.value.value;
  const [problem, setProblem] = useState<'asked' | 'cannotSave' | null>(null);
  const change = (part: Partial<Form>) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const press = async () => {
    setProblem('asked');
    const { topic, topic_class, type_key, words } = form;
    if (!topic.trim() || !topic_class) return;
    const wish = { topic: topic.trim(), topic_class, type_key, words: words.trim() || null };
    try {
      await propose({ id: uuid7(), ...wish });
      say(t('asked'));
      onClose();
    } catch {
      setProblem('cannotSave');
    }
  };
  return (
    <Sheet open title={t('askTitle')} onClose={onClose}>
      <TopicFields
        topic={form.topic}
        topicClass={form.topic_class}
        asked={problem !== null}
        hint={t('topicHint')}
        onTopic={(topic) => change({ topic })}
        onClass={(topic_class) => change({ topic_class })}
      />
      <Against value={form.type_key} onChange={(type_key) => change({ type_key })} />
      <Field
        label={t('words')}
        name="words"
        lines={2}
        maxLength={2000}
        value={form.words}
        onInput={(words) => change({ words })}
      />
      {problem === 'cannotSave' && (
        <Note tone="fault" role="alert">
          {t('cannotSave')}
        </Note>
      )}
      <Button look="main" onClick={press}>
        {t('save')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

interface AgainstProps {
  value: string | null;
  onChange: (key: string | null) => unknown;
}

function Against({ value, onChange }: AgainstProps) {
  const types = playbookRead().value?.objection_types.filter(({ retired }) => !retired) ?? [];
  if (types.length === 0) return null;
  const kinds = types.map(({ key, short }) => ({ value: key, label: inMyLanguage(short) }));
  return (
    <Select
      label={t('against')}
      name="type_key"
      value={value ?? ''}
      options={[{ value: '', label: t('anything') }, ...kinds]}
      onChange={(key) => onChange(key || null)}
    />
  );
}
