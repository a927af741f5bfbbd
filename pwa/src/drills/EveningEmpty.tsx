import { Button, LinkButton } from '../kit/ui/Button';
import { moon, plus } from '../kit/ui/icons';
import { Empty } from '../kit/ui/Empty';
import { Note } from '../kit/ui/Tag';
import { t } from './words-of-evening';

export function AllPlayed() {
  return (
    <Note tone="ok" icon={moon} role="status">
      <strong>{t('allPlayed')}</strong>
      <br />
      {t('allPlayedWhy')}
    </Note>
  );
}

export function NonePlanned() {
  return (
    <Empty
      title={t('nonePlanned')}
      action={
        <LinkButton look="main" icon={plus} href="/visits/new">
          {t('plan')}
        </LinkButton>
      }
    >
      {t('nonePlannedWhy')}
    </Empty>
  );
}

export function NotRead({ onTryAgain }: { onTryAgain: () => unknown }) {
  return (
    <Empty title={t('notRead')} action={<Button onClick={onTryAgain}>{t('tryAgain')}</Button>}>
      {t('notReadWhy')}
    </Empty>
  );
}
