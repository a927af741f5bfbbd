/** What the forms that go straight to the server share. */
import type { ComponentChildren } from 'preact';
import type { InBoth } from './both';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { alert, again } from '../ui/icons';
import { Note } from '../ui/Tag';
import { sentenceOf } from './problems';
import { t } from './words';

/** What stood in the way, unless a field says it already. */
export function Problem({ of, unless = false }: { of: unknown; unless?: boolean }) {
  if (of === null || unless) return null;
  return (
    <Note tone="fault" icon={alert} role="alert">
      {sentenceOf(of)}
    </Note>
  );
}

/** Somebody was faster: what they changed, each as "Evening closes: 21:00". */
export function Meanwhile({ changes }: { changes: readonly string[] }) {
  if (changes.length === 0) return null;
  return (
    <Note tone="wait" icon={again} role="alert">
      {t('changedMeanwhile', { what: changes.join(t('between')) })}
    </Note>
  );
}

/** "Closes: 21:00", as `Meanwhile` lists it. */
export function nowIs(what: string, value: string): string {
  return t('nowIs', { what, value });
}

interface EndingProps {
  busy: boolean;
  /** What the main button does, when that is more than saving. */
  save?: string;
  onClose: () => unknown;
  /** Between the main button and the way out. */
  children?: ComponentChildren;
}

/** The end of a form in a sheet: save it, or leave. */
export function Ending({ busy, save, onClose, children }: EndingProps) {
  return (
    <>
      <Button look="main" type="submit" busy={busy} busyLabel={t('saving')}>
        {save ?? t('save')}
      </Button>
      {children}
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </>
  );
}

interface BothProps {
  label: string;
  name: string;
  value: InBoth;
  onInput: (value: InBoth) => unknown;
  error?: string | undefined;
  lines?: number;
  maxLength?: number;
}

/** A text in both languages of the product; one that is left empty is taken from the other. */
export function BothLanguages({
  label,
  name,
  value,
  onInput,
  maxLength = 200,
  ...rest
}: BothProps) {
  const shared = { maxLength, ...(rest.lines !== undefined && { lines: rest.lines }) };
  const isHalf = Boolean(value.zh.trim()) !== Boolean(value.en.trim());
  const hint = isHalf && { hint: t('otherStands') };
  return (
    <>
      <Field
        {...shared}
        label={t('inChinese', { label })}
        name={`${name}-zh`}
        lang="zh-CN"
        value={value.zh}
        {...(!value.zh.trim() && hint)}
        error={rest.error}
        onInput={(zh) => onInput({ ...value, zh })}
      />
      <Field
        {...shared}
        label={t('inEnglish', { label })}
        name={`${name}-en`}
        lang="en"
        value={value.en}
        {...(!value.en.trim() && hint)}
        onInput={(en) => onInput({ ...value, en })}
      />
    </>
  );
}
