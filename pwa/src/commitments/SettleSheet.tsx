import { me } from '../kit/api/session';
import { dayOf, dayInSentence } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import WhyHere from '../origins/WhyHere';
import { LinkButton } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Seg } from '../kit/ui/Seg';
import { languageOf, Ours, Talk } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { moveDay, settle } from './actions';
import { EvidencePick } from './EvidencePick';
import { FormSheet } from './FormSheet';
import { settleDraft } from './promises';
import { useEvidence } from './remote';
import type { Commitment, MoveForm, Outcome, PersonRef, SettleForm } from './wire';
import { t } from './words';

const OUTCOMES: readonly Outcome[] = ['kept', 'partly', 'not'];
const NOTHING: SettleForm = { outcome: null, reason: '', evidence: '' };
const MOST_WORDS = 2000;

interface Props {
  promise: Commitment;
  /** The same sheet asks for another day. */
  moveHref: string;
  onClose: () => unknown;
}

/** Kept, partly, not. Either side may say it, and nothing follows but a talk. */
export function SettleSheet({ promise, moveHref, onClose }: Props) {
  const draft = useDraft<SettleForm>(settleDraft(promise.id), NOTHING);
  const rows = useEvidence(promise.id).value?.fitting ?? [];
  const form = draft.value.value;
  const change = (part: Partial<SettleForm>) =>
    (draft.value.value = { ...draft.value.peek(), ...part });
  const isKept = form.outcome === 'kept' || form.outcome === null;
  const lacks = () => {
    if (form.outcome === null) return t('chooseOutcome');
    return !isKept && !form.reason.trim() ? t('lackReason') : null;
  };
  const save = async () => {
    const seen = rows.find(({ id }) => id === form.evidence);
    await settle(promise, form, seen);
    say(t('settled', { name: callName(otherSide(promise)) }));
  };
  return (
    <FormSheet title={t('settleTitle')} lacks={lacks} save={save} onClose={onClose}>
      <Words of={promise} />
      <WhyHere origin={promise.origin} />
      <Seg
        legend={t('howItWent')}
        name="outcome"
        options={OUTCOMES.map((value) => ({ value, label: t(value) }))}
        value={form.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      <Field
        label={t(isKept ? 'reasonKept' : 'reason')}
        {...(!isKept && { hint: t('reasonHint') })}
        name="reason"
        lines={2}
        maxLength={MOST_WORDS}
        value={form.reason}
        onInput={(reason) => change({ reason })}
      />
      <EvidencePick
        rows={rows}
        value={form.evidence}
        onChange={(evidence) => change({ evidence })}
      />
      <LinkButton look="quiet" href={moveHref}>
        {t('move')}
      </LinkButton>
    </FormSheet>
  );
}

/** Another day, with the reason; the first day stays in sight. */
export function MoveSheet({ promise, onClose }: Omit<Props, 'moveHref'>) {
  const draft = useDraft<MoveForm>(`move:${promise.id}`, { due: promise.due, why: '' });
  const form = draft.value.value;
  const change = (part: Partial<MoveForm>) =>
    (draft.value.value = { ...draft.value.peek(), ...part });
  const lacks = () => {
    if (!form.due || form.due === promise.due) return t('lackDay');
    return form.why.trim() ? null : t('lackWhy');
  };
  const save = async () => {
    await moveDay(promise, form);
    await draft.discard();
    say(t('movedDay'));
  };
  return (
    <FormSheet title={t('moveTitle')} lacks={lacks} save={save} onClose={onClose}>
      <Words of={promise} />
      <Field
        label={t('day')}
        name="due"
        type="date"
        min={dayOf()}
        value={form.due}
        onInput={(due) => change({ due })}
      />
      <Field
        label={t('why')}
        name="why"
        lines={2}
        maxLength={MOST_WORDS}
        value={form.why}
        onInput={(why) => change({ why })}
      />
    </FormSheet>
  );
}

export function Words({ of }: { of: Commitment }) {
  return (
    <>
      <Talk>
        <Ours lang={languageOf(of.words)}>{of.words}</Ours>
      </Talk>
      <p class="meta">
        {t('by', { day: dayInSentence(of.due) })} · {t('seen', { words: of.how_seen })}
      </p>
      {of.moves.map(({ id, from_day, why }) => (
        <p key={id} class="meta">
          {t('movedFrom', { day: dayInSentence(from_day), why })}
        </p>
      ))}
    </>
  );
}

export function otherSide({ owner, to }: Commitment): PersonRef {
  return owner.id === me.value?.id ? to : owner;
}
