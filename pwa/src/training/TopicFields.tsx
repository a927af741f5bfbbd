import { Field } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import type { TopicClass } from './wire';
import { t as tw } from './words';
import { t } from './words-of-forms';

const CLASSES: readonly TopicClass[] = ['business', 'technical', 'strategy', 'general'];

interface Props {
  topic: string;
  topicClass: TopicClass | null;
  asked: boolean;
  onTopic: (topic: string) => unknown;
  onClass: (topicClass: TopicClass) => unknown;
  label?: string;
  hint?: string;
}

/** What it is about, and of which class. */
export function TopicFields({ topic, topicClass, asked, onTopic, onClass, label, hint }: Props) {
  return (
    <>
      <Field
        label={label ?? t('topic')}
        {...(hint && { hint })}
        name="topic"
        maxLength={200}
        value={topic}
        error={asked && !topic.trim() ? t('lackTopic') : undefined}
        onInput={onTopic}
      />
      <Picks legend={t('topicClass')} error={asked && !topicClass ? t('lackClass') : undefined}>
        <Chips>
          {CLASSES.map((one) => (
            <Pick
              key={one}
              name="topic_class"
              value={one}
              checked={one === topicClass}
              onPick={() => onClass(one)}
            >
              {tw(one)}
            </Pick>
          ))}
        </Chips>
      </Picks>
    </>
  );
}
