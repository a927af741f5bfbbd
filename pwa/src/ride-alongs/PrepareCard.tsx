import { useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { stillOpen } from '../commitments/promises';
import { useOpenPromises } from '../commitments/remote';
import { unsentOfPromises } from '../commitments/unsent';
import { me } from '../kit/api/session';
import { callName, inMyLanguage } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { check } from '../kit/ui/icons';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { say } from '../kit/ui/Toast';
import { Tag } from '../kit/ui/Tag';
import WhyHere from '../origins/WhyHere';
import { DOT } from '../kit/ui/dots';
import { prepareRide } from './actions';
import type { DayAtHand } from './at-hand';
import { t } from './words';

interface Form {
  help_wanted: string;
  to_know: string;
  focus_skill_key: string | null;
}

const EMPTY: Form = { help_wanted: '', to_know: '', focus_skill_key: null };

/** The apprentice's two questions, and one skill that both look at. */
export function PrepareCard({ day }: { day: DayAtHand }) {
  const { preparation } = day;
  const [open, setOpen] = useState(preparation === null);
  const draft = useDraft<Form>(`ride-prep:${day.id}`, preparation ?? EMPTY);
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const form = draft.value.value;
  const change = (part: Partial<Form>) => (draft.value.value = { ...draft.value.peek(), ...part });
  const promised = usePromisedSkill();
  const { help_wanted, to_know, focus_skill_key: chosen } = form;
  const focus_skill_key = chosen ?? promised?.skill_key ?? null;
  const save = async () => {
    setAsked(true);
    if (!help_wanted.trim() || !to_know.trim() || !focus_skill_key) return;
    try {
      await prepareRide(day, {
        help_wanted: help_wanted.trim(),
        to_know: to_know.trim(),
        focus_skill_key,
      });
      await draft.discard();
      setOpen(false);
      say(t('prepSaved', { name: callName(day.mentor) }));
    } catch {
      setFailed(true);
    }
  };
  if (!open && preparation) return <Done day={day} onChange={() => setOpen(true)} />;
  const lacks = (text: string) => (asked && !text.trim() ? t('needAnswer') : undefined);
  return (
    <Card>
      <h2>{t('prepTitle')}</h2>
      <Field
        label={t('helpWanted')}
        name="help_wanted"
        lines={2}
        maxLength={2000}
        value={help_wanted}
        error={lacks(help_wanted)}
        onInput={(text) => change({ help_wanted: text })}
      />
      <Field
        label={t('toKnow')}
        hint={t('toKnowHint')}
        name="to_know"
        lines={1}
        maxLength={2000}
        value={to_know}
        error={lacks(to_know)}
        onInput={(text) => change({ to_know: text })}
      />
      <Picks
        legend={t('focusSkill')}
        error={asked && !focus_skill_key ? t('needSkill') : failed ? t('cannotSave') : undefined}
      >
        {promised && (
          <>
            <p class="meta">{t('promisedFocus', { words: promised.words })}</p>
            <WhyHere origin={promised.origin} />
          </>
        )}
        <Chips>
          {(playbookRead().value?.skills ?? []).map(({ key, name }) => (
            <Pick
              key={key}
              name="focus"
              value={key}
              checked={key === focus_skill_key}
              onPick={() => change({ focus_skill_key: key })}
            >
              {inMyLanguage(name)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Button look="main" onClick={save}>
        {t('prepSave')}
      </Button>
    </Card>
  );
}

/** What was agreed on in a review or a debrief is the focus, unless the apprentice chooses another. */
function usePromisedSkill() {
  const open = stillOpen(useOpenPromises().value?.items ?? [], unsentOfPromises());
  return open.find(({ owner, skill_key }) => owner.id === me.value?.id && skill_key !== null);
}

function Done({ day, onChange }: { day: DayAtHand; onChange: () => unknown }) {
  const { preparation } = day;
  return (
    <Card>
      <div class="row">
        <h2 class="grow">{t('helpWanted')}</h2>
        <Tag tone="ok" icon={check}>
          {t('prepDone')}
        </Tag>
      </div>
      <p>“{preparation?.help_wanted}”</p>
      <p class="meta">
        {t('know')}
        {DOT}
        {preparation?.to_know}
      </p>
      <Button look="quiet" onClick={onChange}>
        {t('change')}
      </Button>
    </Card>
  );
}
