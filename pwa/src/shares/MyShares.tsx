import { me } from '../kit/api/session';
import { Row, Rows } from '../kit/ui/Card';
import { t as ti } from './words-of-interviews';
import { t } from './words-of-rivals';

/** What two of a team do together, from one's own page. An admin and a trainer have none of it. */
export function MyShares() {
  const role = me.value?.role;
  if (role === 'rep') {
    return (
      <Rows>
        <Row href="/interviews" title={ti('title')} meta={ti('rowWhy')} />
        <Row href="/rivals" title={t('title')} meta={t('rowWhy')} />
      </Rows>
    );
  }
  if (role !== 'manager' && role !== 'regional_manager') return null;
  return (
    <Rows>
      <Row href="/interviews" title={ti('title')} meta={ti('rowWhyTeam')} />
      {role === 'manager' && <Row href="/rivals" title={t('wall')} meta={t('wallWhy')} />}
    </Rows>
  );
}
