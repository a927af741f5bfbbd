import { useEffect, useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { relativeDay } from '../kit/i18n/format';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { evidenceDraft, show } from './actions';
import { triesRead } from './remote';
import type { Session, Try } from './wire';
import { t } from './words-of-forms';

interface Props {
  session: Session;
  onClose: () => unknown;
}

/** Where I tried it, something of my own, and what came back; kept as a draft while it is typed. */
export default function TriedSheet({ session, onClose }: Props) {
  const coached = session.track === 'management';
  const tries = triesRead(session.day, { coached });
  useEffect(() => void tries.reload(), [tries]);
  const draft = useDraft(evidenceDraft(session.id), { where: '', words: '' });
  const { where, words } = draft.value.value;
  const [problem, setProblem] = useState<'asked' | 'cannotSave' | null>(null);
  const chosen = tries.value?.find(({ id }) => id === where);
  const change = (part: object) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const press = async () => {
    setProblem('asked');
    if (!chosen || !words.trim()) return;
    const origin = { kind: chosen.kind, id: chosen.id };
    try {
      await show(session, { id: uuid7(), origin, words: words.trim() });
      say(t('shown'));
      onClose();
    } catch {
      setProblem('cannotSave');
    }
  };
  return (
    <Sheet open title={t('triedTitle')} onClose={onClose}>
      {!tries.value && !tries.error && <Skeleton rows={2} />}
      {tries.value?.length === 0 && <p>{t(coached ? 'coachedNone' : 'whereNone')}</p>}
      <Select
        label={t(coached ? 'whereCoached' : 'where')}
        name="where"
        value={where}
        options={[{ value: '', label: t('choose') }, ...(tries.value ?? []).map(optionOf)]}
        error={problem && !chosen ? t('lackWhere') : undefined}
        onChange={(id) => change({ where: id })}
      />
      <Field
        label={t('how')}
        hint={t('howHint')}
        name="words"
        lines={2}
        maxLength={2000}
        value={words}
        error={errorOf(problem, words)}
        onInput={(typed) => change({ words: typed })}
      />
      <Button look="main" onClick={press}>
        {t('triedSave')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

function errorOf(problem: 'asked' | 'cannotSave' | null, words: string): string | undefined {
  if (problem === 'cannotSave') return t('cannotSave');
  return problem && !words.trim() ? t('lackHow') : undefined;
}

function optionOf({ kind, id, whom, day }: Try): { value: string; label: string } {
  return { value: id, label: t(`${kind}At`, { day: relativeDay(day), whom }) };
}
