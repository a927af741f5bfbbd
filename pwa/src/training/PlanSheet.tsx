import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { uuid7 } from '../kit/api/uuid7';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { dayOf } from '../kit/i18n/format';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { planSession } from './remote';
import { TopicFields } from './TopicFields';
import { WhoseField } from './WhoseField';
import type { SessionNew, TopicClass } from './wire';
import { t } from './words-of-forms';

const MANAGERS = 'managers';

/** A class outside any series: the trainer's for any team or all managers, a manager's for the own team. */
export default function PlanSheet({ onClose }: { onClose: () => unknown }) {
  const { route } = useLocation();
  const isTrainer = me.value?.role === 'trainer';
  const [id, setId] = useState(uuid7);
  const [whose, setWhose] = useState(isTrainer ? '' : (me.value?.team_id ?? ''));
  const [day, setDay] = useState(dayOf());
  const [starts, setStarts] = useState('17:00');
  const [topic, setTopic] = useState('');
  const [topicClass, setClass] = useState<TopicClass | null>(null);
  const about = topic.trim() && topicClass ? { topic: topic.trim(), topic_class: topicClass } : {};
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: whose !== '' && day >= dayOf() && starts !== '' && 'topic' in about,
    send: async () => {
      const planned = await planSession({ id, day, starts, ...ofWhom(whose), ...about });
      onClose();
      route(`/training/${planned.id}`);
    },
  });
  const change = (how: () => void) => {
    how();
    // Other content is another birth: the first may have arrived although its answer was lost.
    if (problem !== null) setId(uuid7());
    forget();
  };
  return (
    <Sheet open title={t('planTitle')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {isTrainer && (
          <WhoseField
            value={whose}
            last={{ value: MANAGERS, label: t('managers') }}
            error={asked && !whose ? t('lackTeam') : undefined}
            onChange={(team) => change(() => setWhose(team))}
          />
        )}
        <TopicFields
          {...{ topic, topicClass, asked }}
          onTopic={(typed) => change(() => setTopic(typed))}
          onClass={(one) => change(() => setClass(one))}
        />
        <Field
          label={t('day')}
          name="day"
          type="date"
          min={dayOf()}
          value={day}
          error={asked && day < dayOf() ? t('lackDay') : undefined}
          onInput={(typed) => change(() => setDay(typed))}
        />
        <Field
          label={t('starts')}
          name="starts"
          type="time"
          value={starts}
          onInput={(typed) => change(() => setStarts(typed))}
        />
        <Problem of={problem} />
        <Ending busy={busy} save={t('save')} onClose={onClose} />
      </form>
    </Sheet>
  );
}

function ofWhom(whose: string): Pick<SessionNew, 'track' | 'team_id'> {
  return whose === MANAGERS ? { track: 'management' } : { track: 'professional', team_id: whose };
}
