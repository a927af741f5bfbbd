import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { meRead } from '../people/me-remote';
import { t } from './words-of-ways';

const PROMISE: readonly string[] = ['rep', 'manager', 'regional_manager'];

/** The ways to goals and promises; those who lead nobody and sell nothing have none. */
export function WhatWeAgreed() {
  const role = me.value?.role;
  const manager = meRead().value?.manager;
  if (!role || !PROMISE.includes(role)) return null;
  const leads = role === 'manager';
  const ofWhy = t(leads ? 'ofRegionWhy' : 'ofWhy');
  const name = manager ? fullName(manager) : '';
  return (
    <section>
      <h2>{t('ways')}</h2>
      <Rows label={t('ways')}>
        {role !== 'regional_manager' && (
          <Row
            href="/goals"
            title={t(leads ? 'goalsTeam' : 'goals')}
            meta={t(leads ? 'goalsTeamWhy' : 'goalsWhy')}
          />
        )}
        <Row href="/promises" title={t('mine')} meta={t('mineWhy')} />
        {manager && (
          <Row
            href={`/people/${manager.id}/promises`}
            title={t(leads ? 'ofRegion' : 'of', { name })}
            meta={ofWhy}
          />
        )}
      </Rows>
    </section>
  );
}
