import { useLocation } from 'preact-iso';
import { useMemo, useState } from 'preact/hooks';
import { useConfidence } from '../drills/confidence';
import { online } from '../kit/api/network';
import { useDraft } from '../kit/outbox';
import { say } from '../kit/ui/Toast';
import { checkIn, type VisitAtHand } from './actions';
import { blankForm, formOf, whatIsMissing, type CheckInForm, type Missing } from './check-in';
import { draftOf, KINDS } from './kinds';
import { showFirstProblem } from './first-problem';
import { useClientsOfTonight } from './tonight';
import { t } from './words';
import { t as tc } from './words-of-check-in';

/** What every part of the form is given. */
export interface Part {
  form: CheckInForm;
  change: (part: Partial<CheckInForm>) => void;
  /** Said only after somebody tapped Save; before that nothing is missing. */
  lacks: (what: Missing) => boolean;
}

export function useCheckInForm(visit: VisitAtHand) {
  const { route } = useLocation();
  const initial = useMemo(
    () => (visit.checkIn ? formOf(visit.checkIn) : blankForm),
    [visit.checkIn],
  );
  const draft = useDraft<CheckInForm>(draftOf(KINDS.checkIn, visit.id), initial);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useSureness(visit, draft.value.value);
  const tonight = useClientsOfTonight().has(visit.client.id);
  const missing = whatIsMissing(form);

  const change: Part['change'] = (part) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const save = async () => {
    setAsked(true);
    if (missing.length > 0) {
      showFirstProblem();
      return;
    }
    setBusy(true);
    try {
      const kept = await checkIn(visit, form);
      if (!kept) await draft.discard();
      say(kept ? noted(form, tonight) : tc('unchanged'));
      route('/', true);
    } catch {
      say(t('cannotSave'));
      setBusy(false);
    }
  };
  const askForHelp = () => {
    change({ wantsHelp: true });
    requestAnimationFrame(() => document.getElementsByName('help_words')[0]?.focus());
  };
  const part: Part = { form, change, lacks: (what) => asked && missing.includes(what) };
  return { part, tonight, busy, save, askForHelp };
}

/** How sure somebody was is told the evening before; here it can still be changed. */
function useSureness({ id, checkIn: stored }: VisitAtHand, form: CheckInForm): CheckInForm {
  const told = useConfidence(id).value.value;
  return stored ? form : { ...form, confidence: form.confidence ?? told };
}

function noted({ objections }: CheckInForm, tonight: boolean): string {
  if (!online.peek()) return tc('notedOffline');
  if (objections.length === 0) return tc('noted');
  return tc(tonight ? 'notedCard' : 'notedKept');
}
