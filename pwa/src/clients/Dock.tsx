import { useMemo } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { LinkButton } from '../kit/ui/Button';
import { check, date } from '../kit/ui/icons';
import { t } from './words';

/** The check-in is told after the visit; its id is born here. */
export function Dock({ id }: { id: string }) {
  const visit = useMemo(() => uuid7(), []);
  return (
    <div class="row">
      <LinkButton icon={date} grow href={`/visits/new?client=${id}`}>
        {t('planVisit')}
      </LinkButton>
      <LinkButton look="main" icon={check} grow href={`/visits/${visit}/check-in?client=${id}`}>
        {t('checkInNow')}
      </LinkButton>
    </div>
  );
}
