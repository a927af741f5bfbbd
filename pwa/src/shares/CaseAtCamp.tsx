import { useState } from 'preact/hooks';
import { NoAnswer } from '../kit/api/problem';
import { inMyLanguage } from '../kit/i18n/names';
import { Select } from '../kit/ui/Field';
import { say } from '../kit/ui/Toast';
import { changeTemplate, useTemplate } from '../training/camp-remote';
import type { TemplateDay } from '../training/wire';
import { t } from './words-of-cases';

/** The trainer puts a case on a day of the camp: newcomers read it there, or play it that evening. */
export function CaseAtCamp({ case: id }: { case: string }) {
  const read = useTemplate();
  const [busy, setBusy] = useState(false);
  const days = read.value?.days ?? [];
  if (days.length === 0) return null;
  const now = days.find(({ case_id }) => case_id === id);
  const put = async (dimension: string) => {
    if (busy) return;
    setBusy(true);
    try {
      const day = days.find((one) => one.dimension === dimension);
      if (now) await changeTemplate(now.dimension, { case_id: null }, now.version);
      if (day) await changeTemplate(day.dimension, { case_id: id }, day.version);
      say(t(day ? 'campDone' : 'campNone'));
    } catch (problem) {
      say(problem instanceof NoAnswer ? t('online') : String(problem));
    } finally {
      await read.again();
      setBusy(false);
    }
  };
  return (
    <Select
      label={t('campDay')}
      name="camp"
      value={now?.dimension ?? ''}
      options={[{ value: '', label: t('noCampDay') }, ...days.map(optionOf)]}
      onChange={put}
    />
  );
}

function optionOf({ dimension, title }: TemplateDay) {
  return { value: dimension, label: inMyLanguage(title) };
}
