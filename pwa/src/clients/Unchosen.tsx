import { pendingOf } from '../kit/outbox';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { useClients } from './remote';
import { t } from './words';

/** Beside the list, before one is chosen. None opens by itself: whoever looks is listed to the rep. */
export default function Unchosen() {
  const known = useClients().value?.items;
  const isEmpty = known?.length === 0 && pendingOf('client').length === 0;
  return (
    <Page title={t(isEmpty ? 'none' : 'which')} root="clients">
      {!isEmpty && <Empty title={t('whichWhy')} />}
    </Page>
  );
}
