/** One step in a form: each field says for itself what it lacks. */
import { useState } from 'preact/hooks';
import { t } from './words-of-one';

export interface StepForm {
  words: string;
  step: string;
  how_seen: string;
  due: string;
}

export type Missing = Partial<Record<keyof StepForm, string>>;

/** `check` answers whether anything is missing, and from then on the fields show what. */
export function useMissing() {
  const [shown, setShown] = useState(false);
  const check = (form: StepForm): boolean => {
    const lacks = Object.keys(missingIn(form)).length > 0;
    setShown(lacks);
    return lacks;
  };
  return { check, missing: (form: StepForm): Missing => (shown ? missingIn(form) : {}) };
}

function missingIn(form: StepForm): Missing {
  return {
    ...(!form.words.trim() && { words: t('lackWords') }),
    ...(!form.step.trim() && { step: t('lackStep') }),
    ...(!form.how_seen.trim() && { how_seen: t('lackSeen') }),
    ...(!form.due && { due: t('lackDue') }),
  };
}
