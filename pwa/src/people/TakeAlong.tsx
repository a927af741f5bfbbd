import { useState } from 'preact/hooks';
import { fileAt } from '../kit/api/client';
import { sentenceOf } from '../kit/form/problems';
import { dayOf } from '../kit/i18n/format';
import { download } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { say } from '../kit/ui/Toast';
import { t } from './words-of-record';

/** My record is mine: all of it in one file, with what I recorded. */
export function TakeAlong() {
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const archive = await fileAt('/api/v1/me/export', 'application/zip');
      download(new File([archive], `alongside-${dayOf()}.zip`, { type: archive.type }));
      say(t('taken'));
    } catch (fault) {
      say(sentenceOf(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card>
      <h2>{t('title')}</h2>
      <p>{t('what')}</p>
      <p class="meta">{t('without')}</p>
      <Button busy={busy} busyLabel={t('packing')} onClick={take}>
        {t('take')}
      </Button>
    </Card>
  );
}
