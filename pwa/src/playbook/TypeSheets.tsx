import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { BothLanguages, Ending, Meanwhile, nowIs, Problem } from '../kit/form/Parts';
import { UNSAID } from '../kit/form/both';
import { isCode } from '../kit/form/problems';
import { useEditing } from '../kit/form/use-editing';
import { useSending } from '../kit/form/use-sending';
import { inMyLanguage } from '../kit/i18n/names';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import {
  BLANK,
  formOf,
  keyFor,
  NEW_PARTS,
  PARTS,
  said,
  whatIsWrong,
  type NewTypeForm,
  type Part,
  type TypeForm,
} from './objection-type';
import { addType, changeType, type ObjectionType } from './remote';
import { t } from './words';

interface Ends {
  onSaved: (now: ObjectionType) => unknown;
  onClose: () => unknown;
}

export function NewType({ onSaved, onClose }: Ends) {
  const [id, setId] = useState(uuid7);
  const [form, setForm] = useState(BLANK);
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const key = typedKey ?? keyFor(form.name);
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: whatIsWrong(form, key).length === 0,
    send: async () => {
      const added = await addType({ id, key, ...said(form) });
      say(t('added', { what: inMyLanguage(added.name) }));
      onSaved(added);
    },
  });
  const isTaken = isCode(problem, 'key_taken');
  const isWrong = asked && whatIsWrong(form, key).includes('key');
  const renew = () => {
    // Other content is another birth: the first may have arrived although its answer was lost.
    if (problem !== null) setId(uuid7());
    forget();
  };
  return (
    <Sheet open title={t('newType')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Fields
          parts={NEW_PARTS}
          form={form}
          asked={asked}
          onChange={(part) => {
            setForm({ ...form, ...part });
            renew();
          }}
        />
        <Field
          label={t('key')}
          hint={t('keyHint')}
          name="key"
          autocomplete="off"
          maxLength={40}
          value={key}
          error={isTaken ? t('keyTaken') : isWrong ? t('needKey') : undefined}
          onInput={(typed) => {
            setTypedKey(typed);
            renew();
          }}
        />
        <Problem of={problem} unless={isTaken} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}

export function TypeSheet({ type, onSaved, onClose }: Ends & { type: ObjectionType }) {
  const edit = useEditing<TypeForm, ObjectionType>({
    stored: type,
    fieldsOf: formOf,
    isComplete: (draft) => whatIsWrong(draft).length === 0,
    save: (patch, version) => changeType(type.id, said(patch), version),
    onSaved: (now) => {
      say(t('saved'));
      onSaved(now);
    },
  });
  const { draft, base, change, asked, busy, problem, submit } = edit;
  return (
    <Sheet open title={t('changeOf', { name: inMyLanguage(base.name) })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Meanwhile
          changes={edit.meanwhile.map((part) => nowIs(t(part), inMyLanguage(base[part])))}
        />
        <Fields parts={PARTS} form={draft} asked={asked} onChange={change} />
        <Problem of={problem} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}

interface FieldsProps {
  parts: readonly Part[];
  form: TypeForm & Partial<NewTypeForm>;
  asked: boolean;
  onChange: (part: Partial<NewTypeForm>) => unknown;
}

function Fields({ parts, form, asked, onChange }: FieldsProps) {
  const wrong = asked ? whatIsWrong(form) : [];
  return (
    <>
      {parts.map((part) => (
        <BothLanguages
          key={part}
          label={t(part)}
          name={part}
          {...((part === 'words' || part === 'answer') && { lines: 2 })}
          value={form[part] ?? UNSAID}
          error={wrong.includes(part) ? t('needPart') : undefined}
          onInput={(text) => onChange({ [part]: text })}
        />
      ))}
    </>
  );
}
