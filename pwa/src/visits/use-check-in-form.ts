import { useLocation } from 'preact-iso';
import { useMemo, useState } from 'preact/hooks';
import { useConfidence } from '../drills/confidence';
import { online } from '../kit/api/network';
import { lang } from '../kit/i18n/lang';
import { useDraft } from '../kit/outbox';
import { say } from '../kit/ui/Toast';
import { checkIn, type VisitAtHand } from './actions';
import { saidAfterSaving } from './becomes';
import { blankForm, formOf, whatIsMissing, type CheckInForm, type Missing } from './check-in';
import { draftOf, KINDS } from './kinds';
import { showFirstProblem } from './first-problem';
import { leavesOpen } from './reality';
import { useTonight, type Tonight } from './tonight';
import { useReality, type Reality, type Rehearsal } from './use-reality';
import { useVoiceNote } from './use-voice-note';
import { t } from './words';
import { t as tc } from './words-of-check-in';

/** What every part of the form is given. */
export interface Part {
  form: CheckInForm;
  change: (part: Partial<CheckInForm>) => void;
  /** Said only after somebody tapped Save; before that nothing is missing. */
  lacks: (what: Missing) => boolean;
}

export function useCheckInForm(visit: VisitAtHand, rehearsal: Rehearsal) {
  const { route } = useLocation();
  const initial = useMemo(
    () => (visit.checkIn ? formOf(visit.checkIn) : blankForm),
    [visit.checkIn],
  );
  const draft = useDraft<CheckInForm>(draftOf(KINDS.checkIn, visit.id), initial);
  const note = useVoiceNote(visit);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useSureness(visit, draft.value.value);
  const tonight = useTonight()(visit.client.id, rehearsal.day);
  const missing = whatIsMissing(form);

  const change: Part['change'] = (part) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const reality = useReality(visit, rehearsal, { form, change });
  const save = async () => {
    setAsked(true);
    if (missing.length > 0) {
      showFirstProblem();
      return;
    }
    setBusy(true);
    try {
      const beside = reality.wish();
      const kept = await note.saveWith((items) =>
        checkIn(visit, form, [...(beside ? [beside] : []), ...items]),
      );
      if (!kept) await draft.discard();
      if (!beside) await reality.discard();
      say(kept ? noted(form, reality, tonight) : tc('unchanged'));
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
  return { part, note, tonight, reality, busy, save, askForHelp };
}

/** How sure somebody was is told the evening before, and asked of nobody in hindsight. */
function useSureness({ id, checkIn: stored }: VisitAtHand, form: CheckInForm): CheckInForm {
  const told = useConfidence(id).value.value;
  return stored ? form : { ...form, confidence: form.confidence ?? told };
}

/** What it becomes is said at once: what comes back, what held, or which card it is tonight. */
function noted({ objections }: CheckInForm, { told, day }: Reality, tonight: Tonight): string {
  const results = told.map(({ result }) => result);
  const becomes = saidAfterSaving(results, { day });
  if (!online.peek()) return sentences(tc('notedOffline'), becomes);
  if (becomes) return sentences(tc('noted'), becomes);
  return tc(leavesOpen(objections, told) ? NOTED[tonight] : 'noted');
}

const NOTED = {
  firstCard: 'notedFirst',
  oneOfCards: 'notedOne',
  keptForNext: 'notedKept',
} as const;

/** English puts a space between them, Chinese does not. */
function sentences(first: string, second: string | null): string {
  return [first, second].filter(Boolean).join(lang.peek() === 'en' ? ' ' : '');
}
