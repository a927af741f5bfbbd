import { me } from '../kit/api/session';
import { Row, Rows } from '../kit/ui/Card';
import { isInBar } from '../kit/ui/NavBar';
import { t } from './words-of-team';

/** What the team has learned together, from wherever somebody stands. An admin sees no work. */
export function OfTheTeam() {
  const keepsQuestions = ['trainer', 'admin'].includes(me.value?.role ?? '');
  const isAdmin = me.value?.role === 'admin';
  const isTeams = ['rep', 'manager'].includes(me.value?.role ?? '');
  const rides = !isAdmin && !isInBar('rides');
  const reviews = !isInBar('reviews');
  return (
    <section>
      <h2>{t('ofTeam')}</h2>
      <Rows label={t('ofTeam')}>
        {isTeams && <Row href="/kick-off" title={t('kickOff')} meta={t('kickOffWhy')} />}
        {isTeams && <Row href="/shares/tonight" title={t('tonight')} meta={t('tonightWhy')} />}
        {!isAdmin && <Row href="/help-requests" title={t('help')} meta={t('helpWhy')} />}
        {keepsQuestions ? (
          <Row href="/reviews/questions" title={t('questions')} meta={t('questionsWhy')} />
        ) : (
          reviews && <Row href="/reviews" title={t('reviews')} meta={t('reviewsWhy')} />
        )}
        {rides && <Row href="/ride-alongs" title={t('rides')} meta={t('ridesWhy')} />}
        {!isAdmin && <Row href="/training" title={t('training')} meta={t('trainingWhy')} />}
        {!isAdmin && <Row href="/shares" title={t('tips')} meta={t('tipsWhy')} />}
        {!isAdmin && <Row href="/cases" title={t('cases')} meta={t('casesWhy')} />}
        <Row href="/playbook" title={t('playbook')} meta={t('playbookWhy')} />
        {!isAdmin && <Row href="/team/sheets" title={t('sheets')} meta={t('sheetsWhy')} />}
      </Rows>
    </section>
  );
}
