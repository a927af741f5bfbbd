import { me } from '../kit/api/session';
import { Row, Rows } from '../kit/ui/Card';
import { t } from './words-of-my-shares';

/** What two of a team do together, from one's own page. An admin and a trainer have none of it. */
export function MyShares() {
  const role = me.value?.role;
  if (role === 'rep') {
    return (
      <Rows>
        <Row href="/interviews" title={t('interviews')} meta={t('interviewsWhy')} />
        <Row href="/rivals" title={t('rivals')} meta={t('rivalsWhy')} />
      </Rows>
    );
  }
  if (role !== 'manager' && role !== 'regional_manager') return null;
  return (
    <Rows>
      <Row href="/interviews" title={t('interviews')} meta={t('interviewsOfTeam')} />
      {role === 'manager' && <Row href="/rivals" title={t('wall')} meta={t('wallWhy')} />}
    </Rows>
  );
}
