import { useState } from 'preact/hooks';

interface Form {
  /** What was asked for is there; until then the fields say what is missing. */
  isComplete: boolean;
  send: () => Promise<unknown>;
}

/** A form that goes straight to the server: sent once at a time, and what stood in the way is kept. */
export function useSending({ isComplete, send }: Form) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = async (event?: Event) => {
    event?.preventDefault();
    setAsked(true);
    setProblem(null);
    if (!isComplete) return;
    setBusy(true);
    try {
      await send();
    } catch (refused) {
      setProblem(refused);
    } finally {
      setBusy(false);
    }
  };
  return {
    /** Somebody has tried to send it: only from then on is anything called missing. */
    asked,
    busy,
    problem,
    submit,
    forget: () => setProblem(null),
  };
}
