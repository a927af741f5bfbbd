import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { callName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { say } from '../kit/ui/Toast';
import { fill, take } from './interview-actions';
import { BLANK, draftOf, LINES, TAKEAWAY, trimmed, WORKSHEET } from './interviews';
import type { Seat, Worksheet } from './interviews-wire';
import { t } from './words-of-interviews';

interface FieldsProps {
  id: string;
  sheet: Worksheet | null;
}

export function SheetFields({ id, sheet }: FieldsProps) {
  const { path, route } = useLocation();
  const [start] = useState(sheet ?? BLANK);
  const draft = useDraft<Worksheet>(draftOf(WORKSHEET, id), start);
  const [problem, setProblem] = useState<'lackLines' | 'cannotSave' | null>(null);
  const form = draft.value.value;
  const press = async () => {
    const whole = trimmed(form);
    setProblem(whole ? null : 'lackLines');
    if (!whole) return;
    try {
      await fill(id, whole);
      say(t('saved'));
      route(path, true);
    } catch {
      setProblem('cannotSave');
    }
  };
  return (
    <Card>
      <h2>{t('sheet')}</h2>
      <p class="meta">{t('sheetWhy')}</p>
      {LINES.map((line) => (
        <Field
          key={line}
          label={t(line)}
          name={line}
          maxLength={200}
          value={form[line]}
          onInput={(words) => (draft.value.value = { ...draft.value.peek(), [line]: words })}
        />
      ))}
      {problem && (
        <p class="problem" role="alert">
          {t(problem)}
        </p>
      )}
      <Button look="main" onClick={press}>
        {t('save')}
      </Button>
    </Card>
  );
}

export function SheetLines({ title, sheet }: { title: string; sheet: Worksheet }) {
  return (
    <Card>
      <h2>{title}</h2>
      <dl class="stack">
        {LINES.map((line) => (
          <div key={line}>
            <dt class="meta">{t(line)}</dt>
            <dd>{sheet[line]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** The other's first: one comes to ask. */
export function OpenSheets({ seats }: { seats: readonly Seat[] }) {
  const mine = me.value?.id;
  const others = seats.filter(({ person }) => person.id !== mine);
  const own = seats.filter(({ person }) => person.id === mine);
  return (
    <>
      {[...others, ...own].map(
        ({ person, worksheet }) =>
          worksheet && (
            <SheetLines
              key={person.id}
              title={person.id === mine ? t('mine') : t('linesOf', { name: callName(person) })}
              sheet={worksheet}
            />
          ),
      )}
    </>
  );
}

interface TakeawayProps {
  id: string;
  said: string | null;
}

export function Takeaway({ id, said }: TakeawayProps) {
  const draft = useDraft(draftOf(TAKEAWAY, id), { words: said ?? '' });
  const [problem, setProblem] = useState<'lackTakeaway' | 'cannotSave' | null>(null);
  const { words } = draft.value.value;
  const press = async () => {
    setProblem(words.trim() ? null : 'lackTakeaway');
    if (!words.trim()) return;
    try {
      await take(id, words);
      say(t('taken'));
    } catch {
      setProblem('cannotSave');
    }
  };
  return (
    <Card>
      <Field
        label={t('takeaway')}
        hint={t('takeawayHint')}
        name="takeaway"
        maxLength={200}
        value={words}
        error={problem ? t(problem) : undefined}
        onInput={(line) => (draft.value.value = { words: line })}
      />
      {words.trim() !== (said ?? '') && (
        <Button look="main" onClick={press}>
          {t('takeIt')}
        </Button>
      )}
    </Card>
  );
}
