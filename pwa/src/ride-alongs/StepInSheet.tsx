import { useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { stepIn, type RescueTold } from './actions';
import type { DayAtHand } from './at-hand';
import type { WhyRescued } from './wire';
import { t } from './words-of-field';

const WHY: readonly WhyRescued[] = [
  'stuck',
  'wrong_promise',
  'client_leaving',
  'too_early',
  'other',
];

interface Props {
  day: DayAtHand;
  visit: string | null;
  onClose: () => unknown;
}

/** 接管, with why. Stepping in too early is the mentor's own finding, so the mentor alone reads it. */
export default function StepInSheet({ day, visit, onClose }: Props) {
  const [why, setWhy] = useState<WhyRescued | null>(null);
  const [told, setTold] = useState<Omit<RescueTold, 'why'>>({ said: null, type_key: null });
  const [problem, setProblem] = useState<'needReason' | 'cannotSave' | null>(null);
  const types = playbookRead().value?.objection_types.filter(({ retired }) => !retired) ?? [];
  const save = async () => {
    if (!why) {
      setProblem('needReason');
      return;
    }
    try {
      await stepIn(day, visit, { ...told, why });
      say(t('stepInKept'));
      onClose();
    } catch {
      setProblem('cannotSave');
    }
  };
  return (
    <Sheet open title={t('stepInTitle')} onClose={onClose}>
      <p class="meta">{t('stepInWhy')}</p>
      <Picks legend={t('stepInTitle')} hideLegend error={problem ? t(problem) : undefined}>
        <Chips>
          {WHY.map((one) => (
            <Pick
              key={one}
              name="why"
              value={one}
              checked={one === why}
              onPick={() => {
                setWhy(one);
                setProblem(null);
              }}
            >
              {t(one === 'other' ? 'whyOther' : one)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Select
        label={t('about')}
        name="type_key"
        value={told.type_key ?? ''}
        options={[
          { value: '', label: '—' },
          ...types.map(({ key, short }) => ({ value: key, label: inMyLanguage(short) })),
        ]}
        onChange={(key) => setTold({ ...told, type_key: key || null })}
      />
      <Field
        label={t('said')}
        name="said"
        lines={1}
        maxLength={200}
        value={told.said ?? ''}
        onInput={(said) => setTold({ ...told, said: said.trim() ? said : null })}
      />
      <Button look="main" onClick={save}>
        {t('save')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}
