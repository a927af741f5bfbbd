import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { online } from '../kit/api/network';
import { dayInSentence, dayOf } from '../kit/i18n/format';
import { useDraft } from '../kit/outbox';
import { say } from '../kit/ui/Toast';
import { bearClient, changePlan, planVisit } from './actions';
import { showFirstProblem } from './first-problem';
import { clientOf, whatPlanMisses, type PlanForm, type PlanMissing } from './plan';
import { t } from './words';
import { t as tp } from './words-of-plan';

export interface PlanPart {
  form: PlanForm;
  change: (part: Partial<PlanForm>) => void;
  /** Said only after somebody tapped Save. */
  lacks: (what: PlanMissing) => boolean;
}

export function usePlanForm(draftKey: string, begin: () => PlanForm, version: number) {
  const { route } = useLocation();
  const [initial] = useState(begin);
  const draft = useDraft<PlanForm>(draftKey, initial);
  const [asked, setAsked] = useState<readonly PlanMissing[] | 'all'>([]);
  const [busy, setBusy] = useState(false);
  const form = formIn(draft.value.value, initial);
  const missing = whatPlanMisses(form);
  const client = clientOf(form);

  const change: PlanPart['change'] = (part) => {
    draft.value.value = { ...formIn(draft.value.peek(), initial), ...part };
  };
  const keep = async (work: () => Promise<void>, then: () => void) => {
    setBusy(true);
    try {
      await work();
      await draft.discard();
      then();
    } catch {
      say(t('cannotSave'));
      setBusy(false);
    }
  };
  const save = async () => {
    setAsked('all');
    if (missing.length > 0 || !client) {
      showFirstProblem();
      return;
    }
    const work = () => (version > 0 ? changePlan(form, client, version) : planVisit(form, client));
    await keep(work, () => {
      say(`${saved(form, version)}${online.peek() ? '' : ` ${tp('kept')}`}`);
      route(form.day === dayOf() ? '/' : `/?day=${form.day}`, true);
    });
  };
  const checkInNow = async () => {
    setAsked(['client']);
    if (!client) {
      showFirstProblem();
      return;
    }
    const purpose = form.purpose ? `&purpose=${form.purpose}` : '';
    await keep(
      () => bearClient(form, client),
      () => route(`/visits/${form.id}/check-in?client=${client.id}${purpose}`, true),
    );
  };
  const lacks = (what: PlanMissing) =>
    missing.includes(what) && (asked === 'all' || asked.includes(what));
  return { part: { form, change, lacks }, busy, save, checkInNow };
}

/** Edit in the outbox lays what was sent into the draft; the form was begun from the same. */
function formIn(kept: PlanForm | object, initial: PlanForm): PlanForm {
  return 'newClientId' in kept ? kept : initial;
}

function saved(form: PlanForm, version: number): string {
  return version > 0 ? tp('changed') : tp('planned', { day: dayInSentence(form.day) });
}
