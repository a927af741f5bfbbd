import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { meRead } from '../people/me-remote';
import { t } from './words';

/** The ways to goals and promises; those who lead nobody and sell nothing have none. */
export function WhatWeAgreed() {
  const role = me.value?.role;
  const manager = meRead().value?.manager;
  if (role !== 'rep' && role !== 'manager') return null;
  const leads = role === 'manager';
  return (
    <section>
      <h2>{t('ways')}</h2>
      <Rows label={t('ways')}>
        <Row
          href="/goals"
          title={t(leads ? 'goalsTeam' : 'goals')}
          meta={t(leads ? 'goalsTeamWhy' : 'goalsWhy')}
        />
        <Row href="/promises" title={t('mine')} meta={t('mineWhy')} />
        {!leads && manager && (
          <Row
            href={`/people/${manager.id}/promises`}
            title={t('of', { name: fullName(manager) })}
            meta={t('ofWhy')}
          />
        )}
      </Rows>
    </section>
  );
}
