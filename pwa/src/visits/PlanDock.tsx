import { Button } from '../kit/ui/Button';
import { whatPlanMisses, type PlanForm } from './plan';
import { t as tp } from './words-of-plan';

interface Props {
  form: PlanForm;
  busy: boolean;
  onSave: () => unknown;
  /** The way for somebody who stands at the client already. */
  onNow?: () => unknown;
}

export function PlanDock({ form, busy, onSave, onNow }: Props) {
  const missing = whatPlanMisses(form).length;
  return (
    <>
      <Button
        look={missing === 0 ? 'main' : 'plain'}
        busy={busy}
        busyLabel={tp('saving')}
        onClick={onSave}
      >
        {missing > 0 ? tp('saveMissing', { n: missing }) : tp('save')}
      </Button>
      {onNow && (
        <Button look="quiet" onClick={onNow}>
          {tp('now')}
        </Button>
      )}
    </>
  );
}
