import { useEffect, useState } from 'preact/hooks';
import { sentenceOf } from '../kit/form/problems';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { bell } from '../kit/ui/icons';
import { say } from '../kit/ui/Toast';
import { isInstalled, isIos } from '../people/installed';
import { allowPush, pushState, stopPush, type PushState } from './push';
import { t } from './words-of-settings';

/** Whether this phone may be woken; where it cannot, one plain sentence and the way that stays. */
export function PhonePart() {
  const [state, setState] = useState<PushState | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void pushState().then(setState), []);
  if (state === null) return null;
  const change = async (how: () => Promise<PushState>) => {
    setBusy(true);
    try {
      setState(await how());
    } catch (fault) {
      // A browser's own no has no words that help.
      say(fault instanceof DOMException ? t('failed') : sentenceOf(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card>
      <h2>{t('phone')}</h2>
      <p>{t(sentenceFor(state))}</p>
      {state === 'off' && (
        <Button icon={bell} busy={busy} busyLabel={t('asking')} onClick={() => change(allowPush)}>
          {t('allow')}
        </Button>
      )}
      {state === 'on' && (
        <Button busy={busy} busyLabel={t('asking')} onClick={() => change(stopPush)}>
          {t('stop')}
        </Button>
      )}
    </Card>
  );
}

function sentenceFor(state: PushState) {
  const first = state === 'none' && isIos() && !isInstalled();
  return first ? 'phone_home_screen' : (`phone_${state}` as const);
}
