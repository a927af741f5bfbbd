import { useState } from 'preact/hooks';
import { BothLanguages } from '../kit/form/Parts';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { bin, up } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { BLANK, movedUp, whatIsWrongIn, withGrade, without } from './grades';
import type { Grade } from './wire';
import { t } from './words-of-settings';

interface Props {
  grades: readonly Grade[];
  /** The key of the grade to change; null for a new one. */
  at: string | null;
  onChange: (grades: Grade[]) => unknown;
  onClose: () => unknown;
}

export function GradeSheet({ grades, at, onChange, onClose }: Props) {
  const known = grades.find(({ key }) => key === at);
  const [grade, setGrade] = useState(known ?? BLANK);
  const [asked, setAsked] = useState(false);
  const others = grades.filter((one) => one !== known);
  const wrong = asked ? whatIsWrongIn(grade, others) : [];
  const change = (part: Partial<Grade>) => setGrade({ ...grade, ...part });
  const take = () => {
    setAsked(true);
    if (whatIsWrongIn(grade, others).length === 0) onChange(withGrade(grades, at, grade));
  };
  return (
    <Sheet open title={at ? t('changeGrade', { key: at }) : t('newGrade')} onClose={onClose}>
      {!known && (
        <Field
          label={t('key')}
          hint={t('keyHint')}
          name="grade-key"
          maxLength={10}
          value={grade.key}
          error={
            wrong.includes('key')
              ? t('needKey')
              : wrong.includes('taken')
                ? t('keyTaken')
                : undefined
          }
          onInput={(key) => change({ key })}
        />
      )}
      <BothLanguages
        label={t('label')}
        name="label"
        value={grade.label}
        error={wrong.includes('label') ? t('needLabel') : undefined}
        onInput={(label) => change({ label })}
      />
      <BothLanguages
        label={t('meaning')}
        name="meaning"
        value={grade.meaning}
        error={wrong.includes('meaning') ? t('needMeaning') : undefined}
        onInput={(meaning) => change({ meaning })}
      />
      <Field
        label={t('probability')}
        name="probability"
        inputMode="numeric"
        maxLength={3}
        value={Number.isNaN(grade.probability) ? '' : String(grade.probability)}
        error={wrong.includes('probability') ? t('needProbability') : undefined}
        onInput={(typed) => change({ probability: Number.parseInt(typed, 10) })}
      />
      <p class="meta">{t('takeHint')}</p>
      <Button look="main" onClick={take}>
        {t('take')}
      </Button>
      {known && (
        <div class="row wrap">
          {grades[0] !== known && (
            <Button icon={up} grow onClick={() => onChange(movedUp(grades, known.key))}>
              {t('moveUp')}
            </Button>
          )}
          {grades.length > 1 && (
            <Button icon={bin} grow onClick={() => onChange(without(grades, known.key))}>
              {t('remove')}
            </Button>
          )}
        </div>
      )}
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}
