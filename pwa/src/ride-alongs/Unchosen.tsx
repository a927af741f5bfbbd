import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { t } from './words';

/** Beside the list, before one is chosen. */
export default function Unchosen() {
  return (
    <Page title={t('which')} root="rides">
      <Empty title={t('whichWhy')} />
    </Page>
  );
}
