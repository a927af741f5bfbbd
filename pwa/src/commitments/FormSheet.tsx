import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../kit/ui/Button';
import { Sheet } from '../kit/ui/Sheet';
import { t } from './words';

interface Props {
  title: string;
  saveLabel?: string;
  /** What is missing, in a sentence, or `true` where the fields say it themselves; null when it can be kept. */
  lacks: () => string | true | null;
  /** Keeps it on the phone; the sheet closes after it. */
  save: () => Promise<unknown>;
  onClose: () => unknown;
  children: ComponentChildren;
}

/** A question whose answer is kept on the phone at once: it says what is missing, and loses nothing. */
export function FormSheet({ title, saveLabel, lacks, save, onClose, children }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    const missing = lacks();
    setProblem(missing === true ? null : missing);
    if (missing) return;
    setBusy(true);
    try {
      await save();
      onClose();
    } catch {
      setProblem(t('cannotSave'));
      setBusy(false);
    }
  };
  return (
    <Sheet open title={title} onClose={onClose}>
      {children}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <Button look="main" busy={busy} busyLabel={t('saving')} onClick={press}>
        {saveLabel ?? t('save')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}
