import { useState } from 'preact/hooks';
import { capital, dayOf, daysAfter } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Chips, Pick, Picks, Tiles } from '../kit/ui/Pick';
import { Seg } from '../kit/ui/Seg';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { useDaysToOffer } from '../visits/use-days';
import { postpone } from './evening-actions';
import {
  BLANK,
  chosenWhen,
  REASONS,
  whenInWords,
  whyInWords,
  type PostponingForm,
} from './postponing';
import type { DayPart } from './wire';
import { t as tc } from './words';
import { t } from './words-of-postponing';

interface Props {
  onClose: () => unknown;
  /** Nobody to play with need not mean no evening. */
  onWait: () => unknown;
}

/** Not tonight is fine: a reason in one tap, and another time. */
export default function PostponeSheet({ onClose, onWait }: Props) {
  return (
    <Sheet open title={t('fine')} onClose={onClose}>
      <Postponing onDone={onClose} onWait={onWait} />
    </Sheet>
  );
}

function Postponing({ onDone, onWait }: { onDone: () => unknown; onWait: () => unknown }) {
  const [form, setForm] = useState<PostponingForm>(BLANK);
  const [asked, setAsked] = useState(false);
  const today = dayOf();
  const next = useDaysToOffer()[0] ?? daysAfter(today, 1);
  const when = chosenWhen(form, { today, next });
  const change = (part: Partial<PostponingForm>) => setForm({ ...form, ...part });
  const save = async () => {
    setAsked(true);
    const { reason } = form;
    if (!reason || !when) return;
    const words = form.words.trim() || null;
    try {
      await postpone(today, { reason, words, ...when }, whyInWords({ reason, words }));
      say(t('noted', { when: capital(whenInWords(when)) }));
      onDone();
      // The sentence that says it stands at the top, in place of the partner.
      scrollTo(0, 0);
    } catch {
      say(tc('cannotSave'));
    }
  };
  return (
    <>
      <p>{t('fineWhy')}</p>
      <Why form={form} onChange={change} error={asked && !form.reason} />
      {form.reason === 'no_partner' && (
        <Button look="quiet" onClick={onWait}>
          {t('rather')}
        </Button>
      )}
      <When form={form} next={next} onChange={change} error={asked && !when} />
      <div class="row wrap">
        <Button look="main" grow onClick={save}>
          {when ? t('save', { when: whenInWords(when) }) : t('saveOpen')}
        </Button>
        <Button onClick={onDone}>{t('playAfterAll')}</Button>
      </div>
    </>
  );
}

interface PartProps {
  form: PostponingForm;
  onChange: (part: Partial<PostponingForm>) => unknown;
  error: boolean;
}

function Why({ form, onChange, error }: PartProps) {
  return (
    <>
      <Picks legend={t('why')} error={error ? t('lackReason') : undefined}>
        <Chips>
          {REASONS.map((reason) => (
            <Pick
              key={reason}
              name="reason"
              value={reason}
              checked={form.reason === reason}
              onPick={() => onChange({ reason })}
            >
              {t(reason)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Field
        label={t('words')}
        name="words"
        value={form.words}
        maxLength={2000}
        onInput={(words) => onChange({ words })}
      />
    </>
  );
}

const PARTS: readonly DayPart[] = ['morning', 'evening'];

function When({ form, next, onChange, error }: PartProps & { next: string }) {
  const problem = error ? t('lackDay') : undefined;
  return (
    <Picks legend={t('when')} error={form.when ? problem : undefined}>
      <Tiles small>
        {PARTS.map((part) => (
          <Pick
            key={part}
            name="when"
            value={part}
            checked={form.when === part}
            onPick={() => onChange({ when: part })}
          >
            {capital(whenInWords({ to_day: next, to_part: part }))}
          </Pick>
        ))}
        <Pick
          name="when"
          value="other"
          checked={form.when === null}
          onPick={() => onChange({ when: null })}
        >
          {t('anotherDay')}
        </Pick>
      </Tiles>
      {form.when === null && (
        <>
          <Field
            label={t('whichDay')}
            name="to_day"
            type="date"
            value={form.day}
            min={daysAfter(dayOf(), 1)}
            error={problem}
            onInput={(day) => onChange({ day })}
          />
          <Seg
            legend={t('partOfDay')}
            name="to_part"
            options={PARTS.map((value) => ({ value, label: t(value) }))}
            value={form.part}
            onChange={(part) => onChange({ part })}
          />
        </>
      )}
    </Picks>
  );
}
