import { Button } from '../kit/ui/Button';
import { offline } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { whatIsMissing, type CheckInForm } from './check-in';
import { online } from '../kit/api/network';
import { t as tc } from './words-of-check-in';

interface Props {
  form: CheckInForm;
  busy: boolean;
  onSave: () => unknown;
}

/** Never disabled: until the check-in can be saved it is neutral and says what is missing. */
export function SaveDock({ form, busy, onSave }: Props) {
  const missing = whatIsMissing(form);
  const look = missing.length === 0 ? 'main' : 'plain';
  return (
    <>
      <Button look={look} busy={busy} busyLabel={tc('saving')} onClick={onSave}>
        {saveLabel(form, missing.length)}
      </Button>
      <p class="meta row" role="status">
        {!online.value && (
          <>
            <Icon of={offline} small />
            <span class="grow">{tc('keptOffline')}</span>
          </>
        )}
        {tc(online.value ? 'noLocationLong' : 'noLocation')}
      </p>
    </>
  );
}

function saveLabel(form: CheckInForm, missing: number): string {
  if (!form.outcome) return tc('saveOutcome');
  return missing > 0 ? tc('saveMissing', { n: missing }) : tc('save');
}
