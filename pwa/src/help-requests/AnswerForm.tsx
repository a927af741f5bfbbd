import { useState } from 'preact/hooks';
import { online } from '../kit/api/network';
import { dayOf } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { send as sendIcon } from '../kit/ui/icons';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Seg } from '../kit/ui/Seg';
import { say } from '../kit/ui/Toast';
import { DayPicks } from '../visits/DayPicks';
import { useDaysToOffer } from '../visits/use-days';
import { answerHelp } from './actions';
import type { HelpShown } from './at-hand';
import { corrections } from './choices';
import type { Correction, Offer } from './wire';
import { t } from './words-of-thread';

interface Form {
  words: string;
  offers: Offer;
  on_day: string | null;
  correction: Correction | null;
}

const BLANK: Form = { words: '', offers: 'none', on_day: null, correction: null };
const MOST_WORDS = 2000;
const OFFERS = [
  { value: 'none', key: 'togetherNot' },
  { value: 'ride_along', key: 'iComeAlong' },
  { value: 'drill', key: 'weDrill' },
] as const;

/** A sentence, something to do together, or both; kept as a draft while it is typed. */
export function AnswerForm({ request }: { request: HelpShown }) {
  const key = `help:answer:${request.id}`;
  const draft = useDraft<Form>(key, BLANK);
  const [problem, setProblem] = useState<'lackAnswer' | 'lackDay' | null>(null);
  const today = dayOf();
  const days = [today, ...useDaysToOffer()].slice(0, 3);
  const form = draft.value.value;
  const name = callName(request.asker);
  const change = (part: Partial<Form>) => {
    setProblem(null);
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const save = async () => {
    const typed = draft.value.peek();
    const words = typed.words.trim() || null;
    const lacks = lacking(typed);
    setProblem(lacks);
    if (lacks) return;
    const { offers, correction } = typed;
    const on_day = offers === 'none' ? null : typed.on_day;
    try {
      await answerHelp(request, { words, offers, on_day, correction }, key);
      draft.value.value = BLANK;
      say(online.peek() ? t('replied', { name }) : t('repliedOffline'));
    } catch {
      say(t('cannotSave'));
    }
  };
  return (
    <section class="stack">
      <Field
        label={t('yourAnswer')}
        hint={t('answerHint')}
        name="answer"
        lines={3}
        maxLength={MOST_WORDS}
        value={form.words}
        error={problem === 'lackAnswer' ? t('lackAnswer') : undefined}
        onInput={(words) => change({ words })}
      />
      <Seg
        legend={t('isAbout')}
        showLegend
        name="correction"
        options={corrections.map((value) => ({ value, label: t(value) }))}
        value={form.correction}
        onChange={(correction) => change({ correction })}
      />
      <Picks legend={t('together')}>
        <Chips>
          {OFFERS.map(({ value, key: word }) => (
            <Pick
              key={value}
              name="offers"
              value={value}
              checked={form.offers === value}
              onPick={() => change({ offers: value })}
            >
              {t(word)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      {form.offers !== 'none' && (
        <DayPicks
          legend={t('onDay')}
          name="on_day"
          offered={days}
          value={form.on_day}
          min={today}
          error={problem === 'lackDay' ? t('lackDay') : undefined}
          onChange={(on_day) => change({ on_day })}
        />
      )}
      <Button look="main" icon={sendIcon} onClick={save}>
        {t('reply', { name })}
      </Button>
    </section>
  );
}

function lacking({ words, offers, on_day }: Form): 'lackAnswer' | 'lackDay' | null {
  if (!words.trim() && offers === 'none') return 'lackAnswer';
  return offers !== 'none' && !on_day ? 'lackDay' : null;
}
