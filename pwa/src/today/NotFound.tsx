import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { t } from './words-of-help';

/** An address that leads nowhere, or to something this person may not see: both look the same. */
export default function NotFound() {
  return (
    <Page title={t('notFound')}>
      <Empty title={t('nothingHere')} action={<LinkButton href="/">{t('toToday')}</LinkButton>}>
        {t('nothingHereWhy')}
      </Empty>
    </Page>
  );
}
