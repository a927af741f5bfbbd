import { useState } from 'preact/hooks';
import { Refusal } from '../api/problem';
import { changedIn, patchOf, rebased } from './merge';
import { useSending } from './use-sending';

interface Versioned {
  version: number;
}

interface Editing<F extends object, R extends Versioned> {
  /** As it was read. */
  stored: R;
  /** The fields of the form. */
  fieldsOf: (row: R) => F;
  isComplete: (draft: F) => boolean;
  save: (patch: Partial<F>, version: number) => Promise<R>;
  onSaved: (row: R) => unknown;
}

/**
 * A form over something stored. Only what was changed is sent. When somebody else was faster, what was
 * typed stays, what they changed is taken over elsewhere, and `meanwhile` names it; saving again is the answer.
 */
export function useEditing<F extends object, R extends Versioned>(edit: Editing<F, R>) {
  const { fieldsOf, save } = edit;
  const [base, setBase] = useState(edit.stored);
  const [draft, setDraft] = useState(() => fieldsOf(edit.stored));
  const [meanwhile, setMeanwhile] = useState<(keyof F & string)[]>([]);
  const takeOver = (row: R, mine: F) => {
    setBase(row);
    setDraft(mine);
  };
  const send = async (from: R): Promise<void> => {
    const read = fieldsOf(from);
    const patch = patchOf(draft, fieldsOf(base));
    try {
      const saved = Object.keys(patch).length > 0 ? await save(patch, from.version) : from;
      setMeanwhile([]);
      takeOver(saved, fieldsOf(saved));
      edit.onSaved(saved);
    } catch (problem) {
      const now = storedIn(problem) as R | null;
      if (!now) throw problem;
      const theirs = changedIn(read, fieldsOf(now));
      // Somebody changed what this form does not show: nothing to decide.
      if (theirs.length === 0 && now.version !== from.version) return send(now);
      setMeanwhile(theirs);
      takeOver(now, rebased(draft, read, fieldsOf(now)));
    }
  };
  const sending = useSending({ isComplete: edit.isComplete(draft), send: () => send(base) });
  const change = (part: Partial<F>) => {
    setDraft((known) => ({ ...known, ...part }));
    sending.forget();
  };
  const isChanged = changedIn(fieldsOf(base), draft).length > 0;
  // The form opened with what was remembered, and the answer has come since: nothing is typed over.
  if (edit.stored.version > base.version && !isChanged)
    takeOver(edit.stored, fieldsOf(edit.stored));
  return { ...sending, draft, base, change, isChanged, meanwhile };
}

/** What a 412 tells of the row as it stands now. */
function storedIn(problem: unknown): unknown {
  if (!(problem instanceof Refusal) || problem.status !== 412) return null;
  return problem.problem.current ?? null;
}
