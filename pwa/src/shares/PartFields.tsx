import { Fragment, type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { online } from '../kit/api/network';
import { Field } from '../kit/ui/Field';
import { alert } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { WRITTEN_OF } from './parts';
import type { PartKey, PartsForm, ShareKind } from './wire';
import { t as tk } from './words-of-kinds';
import { t } from './words-of-share';

const MOST_WORDS = 2000;
const MOST_HEADLINE = 60;

interface Props {
  kind: ShareKind;
  form: PartsForm;
  problem: 'lackWords' | 'cannotSave' | null;
  onChange: (form: PartsForm) => unknown;
  /** Stands below the field of a part: it may be said instead. */
  aloud?: (key: PartKey) => ComponentChildren;
}

/** One field for each question; all of them may stay empty but one. */
export function PartFields({ kind, form, problem, onChange, aloud }: Props) {
  return (
    <>
      {problem && (
        <Note role="alert" icon={alert}>
          {t(problem)}
        </Note>
      )}
      {kind !== 'kpi' && (
        <Field
          label={t(kind === 'tip' ? 'tipWords' : 'headline')}
          {...(kind === 'tip' ? { lines: 3 } : { hint: t('headlineHint') })}
          name="words"
          maxLength={kind === 'tip' ? MOST_WORDS : MOST_HEADLINE}
          value={form.words}
          onInput={(words) => onChange({ ...form, words })}
        />
      )}
      {WRITTEN_OF[kind].map((key) => (
        <Fragment key={key}>
          <Field
            label={tk(kind === 'kpi' && key === 'problems' ? 'kpiProblems' : key)}
            hint={t(aloud ? 'partOrSaid' : 'partHint')}
            name={key}
            lines={2}
            maxLength={MOST_WORDS}
            value={form.said[key] ?? ''}
            onInput={(words) => onChange({ ...form, said: { ...form.said, [key]: words } })}
          />
          {aloud?.(key)}
        </Fragment>
      ))}
    </>
  );
}

/** Something must be said; what the phone cannot keep stays in the form. `tell` answers false when nothing is. */
export function useTelling(tell: () => Promise<boolean>) {
  const [problem, setProblem] = useState<Props['problem']>(null);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    try {
      if (!(await tell())) {
        setProblem('lackWords');
        setBusy(false);
        return;
      }
      say(t(online.peek() ? 'told' : 'toldOffline'));
    } catch {
      setProblem('cannotSave');
      setBusy(false);
    }
  };
  return { problem, busy, press };
}
