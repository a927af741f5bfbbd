import { relativeDay } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { meRead } from '../people/me-remote';
import { t } from './words';

/** For a rep who mentors: the same glance that a manager has, at the apprentices only. */
export function ApprenticesRow({ tomorrow }: { tomorrow: string }) {
  const apprentices = meRead().value?.apprentices ?? [];
  if (apprentices.length === 0) return null;
  const names = apprentices.map(callName).join(t('list'));
  return (
    <Rows>
      <Row
        href="/team/today"
        title={t('apprentices', { names, day: relativeDay(tomorrow) })}
        meta={t('apprenticesWhy')}
      />
    </Rows>
  );
}
