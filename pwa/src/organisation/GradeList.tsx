import { useState } from 'preact/hooks';
import { inMyLanguage } from '../kit/i18n/names';
import { Button, IconButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { edit, plus } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { GradeSheet } from './GradeSheet';
import type { Grade } from './wire';
import { t } from './words-of-settings';

interface Props {
  grades: readonly Grade[];
  onChange: (grades: Grade[]) => unknown;
}

/** The grades in their order; each is changed in a sheet, all of them are saved with the page. */
export function GradeList({ grades, onChange }: Props) {
  /** The key of the one that is open; '' is a new one. */
  const [opened, setOpened] = useState<string | null>(null);
  const close = () => setOpened(null);
  return (
    <section>
      <h2>{t('grades')}</h2>
      <Rows label={t('grades')}>
        {grades.map(({ key, label, meaning, probability }) => (
          <Row
            key={key}
            title={inMyLanguage(label)}
            meta={`${inMyLanguage(meaning)} · ${t('chance', { n: probability })}`}
            after={
              <>
                {key !== inMyLanguage(label) && <Tag>{key}</Tag>}
                <IconButton
                  icon={edit}
                  label={t('changeGrade', { key })}
                  onClick={() => setOpened(key)}
                />
              </>
            }
          />
        ))}
      </Rows>
      <Button icon={plus} onClick={() => setOpened('')}>
        {t('addGrade')}
      </Button>
      {opened !== null && (
        <GradeSheet
          grades={grades}
          at={opened || null}
          onClose={close}
          onChange={(changed) => {
            close();
            onChange(changed);
          }}
        />
      )}
    </section>
  );
}
