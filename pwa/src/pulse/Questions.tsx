import { useState } from 'preact/hooks';
import { Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { dayInSentence } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { eye } from '../kit/ui/icons';
import { Seg } from '../kit/ui/Seg';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { answerPulse } from './remote';
import type { Pulse, PulseAnswer, PulseAnswers } from './wire';
import { t } from './words';

const STEPS: readonly PulseAnswer[] = ['yes', 'partly', 'no'];

interface Props {
  month: string;
  until: string;
  onAnswered: (now: Pulse) => unknown;
}

/** One tap each; either may stay open, and skipping is as good. */
export function Questions({ month, until, onAnswered }: Props) {
  const [said, setSaid] = useState<PulseAnswers>({});
  const isComplete = Object.values(said).some(Boolean);
  const give = async (answers: PulseAnswers) => {
    const now = await answerPulse(month, answers);
    say(t(answers === NOTHING ? 'skipped' : 'thanks'));
    onAnswered(now);
  };
  const sending = useSending({ isComplete, send: () => give(said) });
  const skipping = useSending({ isComplete: true, send: () => give(NOTHING) });
  return (
    <Card>
      <Note icon={eye}>{t('anonymous')}</Note>
      <form class="stack" onSubmit={sending.submit} noValidate>
        <Question
          legend={t('useful')}
          name="useful"
          value={said.useful}
          onChange={(useful) => setSaid({ ...said, useful })}
        />
        <Question
          legend={t('inTime')}
          name="in_time"
          value={said.in_time}
          onChange={(in_time) => setSaid({ ...said, in_time })}
        />
        <p class="meta">{t('until', { day: dayInSentence(until) })}</p>
        {sending.asked && !isComplete && (
          <p class="problem" role="alert">
            {t('needOne')}
          </p>
        )}
        <Problem of={sending.problem ?? skipping.problem} />
        <Button look="main" type="submit" busy={sending.busy} busyLabel={t('sending')}>
          {t('send')}
        </Button>
        <Button look="quiet" busy={skipping.busy} onClick={() => skipping.submit()}>
          {t('skip')}
        </Button>
      </form>
    </Card>
  );
}

const NOTHING: PulseAnswers = {};

interface QuestionProps {
  legend: string;
  name: string;
  value: PulseAnswer | null | undefined;
  onChange: (value: PulseAnswer) => unknown;
}

function Question({ legend, name, value, onChange }: QuestionProps) {
  const options = STEPS.map((step) => ({ value: step, label: t(step) }));
  return (
    <Seg
      legend={legend}
      showLegend
      name={name}
      options={options}
      value={value ?? null}
      onChange={onChange}
    />
  );
}
