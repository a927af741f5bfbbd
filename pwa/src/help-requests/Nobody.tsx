import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { t } from './words-of-new';

/** Whom nobody leads and nobody works beside is told so, with what to do, instead of a form that reaches no one. */
export function Nobody({ back }: { back: string }) {
  return (
    <Page title={t('title')} back={back}>
      <Empty title={t('nobody')} action={<LinkButton href="/people">{t('toPeople')}</LinkButton>}>
        {t('nobodyWhy')}
      </Empty>
    </Page>
  );
}
