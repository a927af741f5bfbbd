import { dayOf } from '../kit/i18n/format';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { plus } from '../kit/ui/icons';
import { t } from './words';

export function EmptyDay({ day, working }: { day: string; working: boolean }) {
  const why = day === dayOf() ? t('nothingPlanned') : t('nothingOn');
  return (
    <Empty
      title={working ? why : t('dayOff')}
      action={
        <LinkButton look={working ? 'main' : 'plain'} icon={plus} href={`/visits/new?day=${day}`}>
          {t('addVisit')}
        </LinkButton>
      }
    />
  );
}
