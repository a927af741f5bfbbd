import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { online } from '../kit/api/network';
import { uuid7 } from '../kit/api/uuid7';
import { inMyLanguage } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { changeTip, tellTip } from './actions';
import { tipDraft, type Tip } from './tips';
import type { TipForm } from './wire';
import { t } from './words';

const NEW_DRAFT = 'tip:new';
const MOST_WORDS = 2000;

/** A tip that is told; kept as a draft while it is typed. */
export function NewTip({ onClose }: { onClose: () => unknown }) {
  const draft = useDraft<TipForm>(NEW_DRAFT, BLANK);
  const form = draft.value.value;
  const save = async () => {
    await tellTip({ ...form, id: uuid7() });
    await draft.discard();
    say(t(online.peek() ? 'told' : 'toldOffline'));
  };
  return (
    <TipFields
      title={t('tellTitle')}
      saveLabel={t('save')}
      form={form}
      change={(part) => (draft.value.value = { ...draft.value.peek(), ...part })}
      save={save}
      onClose={onClose}
    >
      <Against form={form} change={(type_key) => (draft.value.value = { ...form, type_key })} />
    </TipFields>
  );
}

/** The words of one's own tip put right; the form opens with what waits or came back, too. */
export function ChangeTip({ tip, onClose }: { tip: Tip; onClose: () => unknown }) {
  const { id, words, type_key, version } = tip;
  const draft = useDraft<Partial<TipForm>>(tipDraft(id), { words });
  const form: TipForm = { ...BLANK, id, type_key, ...draft.value.value };
  const save = async () => {
    if (form.words.trim() === words && !tip.isUnsent) await draft.discard();
    else await changeTip({ ...form, id }, version);
    say(t('changed'));
  };
  return (
    <TipFields
      title={t('changeTitle')}
      saveLabel={t('saveChange')}
      form={form}
      change={(part) => (draft.value.value = { ...draft.value.peek(), ...part })}
      save={save}
      onClose={onClose}
    />
  );
}

const BLANK: TipForm = { id: '', words: '', type_key: null, origin: null };

interface FormProps {
  title: string;
  saveLabel: string;
  form: TipForm;
  change: (part: Partial<TipForm>) => unknown;
  save: () => Promise<void>;
  onClose: () => unknown;
  children?: ComponentChildren;
}

function TipFields({ title, saveLabel, form, change, save, onClose, children }: FormProps) {
  const [problem, setProblem] = useState<'lackWords' | 'cannotSave' | null>(null);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (!form.words.trim()) {
      setProblem('lackWords');
      return;
    }
    setBusy(true);
    try {
      await save();
      onClose();
    } catch {
      setProblem('cannotSave');
      setBusy(false);
    }
  };
  return (
    <Sheet open title={title} onClose={onClose}>
      <Field
        label={t('words')}
        hint={t('wordsHint')}
        name="words"
        lines={3}
        maxLength={MOST_WORDS}
        value={form.words}
        error={problem ? t(problem) : undefined}
        onInput={(words) => {
          setProblem(null);
          change({ words });
        }}
      />
      {children}
      <Button look="main" busy={busy} busyLabel={t('saving')} onClick={press}>
        {saveLabel}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

interface AgainstProps {
  form: TipForm;
  change: (key: string | null) => unknown;
}

function Against({ form, change }: AgainstProps) {
  const types = playbookRead().value?.objection_types.filter(({ retired }) => !retired) ?? [];
  if (types.length === 0) return null;
  const kinds = types.map(({ key, short }) => ({ value: key, label: inMyLanguage(short) }));
  return (
    <Select
      label={t('against')}
      name="type_key"
      value={form.type_key ?? ''}
      options={[{ value: '', label: t('anything') }, ...kinds]}
      onChange={(key) => change(key || null)}
    />
  );
}
