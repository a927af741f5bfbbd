import { callName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { meRead } from '../people/me-remote';
import { t } from './words-of-evening';

/** For a rep who mentors: where the apprentices need somebody tonight. */
export function ApprenticesTonight() {
  const apprentices = meRead().value?.apprentices ?? [];
  if (apprentices.length === 0) return null;
  const names = apprentices.map(callName).join(t('list'));
  return (
    <Rows>
      <Row href="/evening/team" title={t('apprentices', { names })} meta={t('apprenticesWhy')} />
    </Rows>
  );
}
