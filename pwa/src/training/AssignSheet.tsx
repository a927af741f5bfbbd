import { useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { Seg } from '../kit/ui/Seg';
import { Sheet } from '../kit/ui/Sheet';
import { assign } from './actions';
import type { PracticeNew, Session } from './wire';
import { t } from './words-of-forms';

const A_WEEK = 7;

type Kind = PracticeNew['kind'];

/** Managers try with their reps what they learn. */
const KINDS: Record<Session['track'], readonly Kind[]> = {
  professional: ['drill', 'field'],
  newcomer: ['drill', 'field'],
  management: ['coaching', 'drill', 'field'],
};

interface Props {
  session: Session;
  onClose: () => unknown;
}

/** What to try: a drill on an objection or a skill, a try at a client's, or coaching a rep. */
export default function AssignSheet({ session, onClose }: Props) {
  const before = session.practice;
  const kinds = KINDS[session.track];
  const [kind, setKind] = useState<Kind>(before?.kind ?? kinds[0] ?? 'drill');
  const [typeKey, setTypeKey] = useState(before?.type_key ?? '');
  const [skillKey, setSkillKey] = useState(before?.skill_key ?? '');
  const [words, setWords] = useState(before?.words ?? '');
  const [due, setDue] = useState(before?.due ?? daysAfter(dayOf(), A_WEEK));
  const [asked, setAsked] = useState(false);
  const isThere = Boolean(typeKey || skillKey || words.trim());
  const press = async () => {
    setAsked(true);
    if (!isThere || due < session.day) return;
    const on = { type_key: typeKey || null, skill_key: skillKey || null };
    await assign(session, { kind, due, ...on, words: words.trim() || null });
    onClose();
  };
  return (
    <Sheet open title={t('assignTitle')} onClose={onClose}>
      <Seg
        legend={t('kind')}
        name="kind"
        value={kind}
        options={kinds.map((one) => ({ value: one, label: t(one) }))}
        onChange={setKind}
      />
      <OnWhat {...{ typeKey, setTypeKey, skillKey, setSkillKey }} />
      <Field
        label={t('inWords')}
        name="words"
        lines={2}
        maxLength={2000}
        value={words}
        error={asked && !isThere ? t('lackWhat') : undefined}
        onInput={setWords}
      />
      <Field
        label={t('due')}
        name="due"
        type="date"
        min={session.day}
        value={due}
        error={asked && due < session.day ? t('lackDay') : undefined}
        onInput={setDue}
      />
      <Button look="main" onClick={press}>
        {t('assignSave')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

interface OnProps {
  typeKey: string;
  setTypeKey: (key: string) => unknown;
  skillKey: string;
  setSkillKey: (key: string) => unknown;
}

function OnWhat({ typeKey, setTypeKey, skillKey, setSkillKey }: OnProps) {
  const { objection_types = [], skills = [] } = playbookRead().value ?? {};
  const none = { value: '', label: t('none') };
  const types = objection_types.filter(({ retired }) => !retired);
  return (
    <>
      <Select
        label={t('on')}
        name="type_key"
        value={typeKey}
        options={[
          none,
          ...types.map(({ key, short }) => ({ value: key, label: inMyLanguage(short) })),
        ]}
        onChange={setTypeKey}
      />
      <Select
        label={t('skill')}
        name="skill_key"
        value={skillKey}
        options={[
          none,
          ...skills.map(({ key, name }) => ({ value: key, label: inMyLanguage(name) })),
        ]}
        onChange={setSkillKey}
      />
    </>
  );
}
