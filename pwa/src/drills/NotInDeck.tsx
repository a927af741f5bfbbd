import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { t } from './words';

export function NotInDeck() {
  return (
    <Empty
      title={t('notInDeck')}
      action={
        <LinkButton look="main" href="/evening">
          {t('toEvening')}
        </LinkButton>
      }
    >
      {t('notInDeckWhy')}
    </Empty>
  );
}
