/** 培训: this week's class first, then what comes, then what was; a skipped week stands with its reason. */
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { plus, tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Tag } from '../kit/ui/Tag';
import { late } from '../late';
import { PLACE } from './certification-remote';
import { sessionLane } from './at-hand';
import { insteadOf, mineOf, stateOf, titleOf, whenOf, whoseOf } from './in-words';
import { Listed } from './Listed';
import { readSessions, useSessions } from './remote';
import type { SessionCard } from './wire';
import { t } from './words';
import { t as tp } from './words-of-certification';
import { t as tc } from './words-of-camp';
import { t as tv } from './words-of-coverage';

const PlanSheet = late(
  () => import('./PlanSheet'),
  () => null,
);

export default function Training() {
  const coming = useSessions('coming');
  const past = useSessions('past');
  const [isPlanning, setPlanning] = useState(false);
  const role = me.value?.role;
  const plans = role === 'trainer' || role === 'manager';
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back={role === 'manager' ? '/team' : role === 'rep' ? '/me' : '/'}
      refresh={[coming, past]}
      dock={
        plans && (
          <Button look="main" icon={plus} onClick={() => setPlanning(true)}>
            {t('plan')}
          </Button>
        )
      }
    >
      <Listed
        title={t('coming')}
        label={t('coming')}
        of={coming}
        more={(cursor) => readSessions('coming', cursor)}
        line={lineOf}
      >
        <Empty title={t('none')}>{t('noneWhy')}</Empty>
      </Listed>
      <Rows>
        <Row href="/training/series" title={t('series')} meta={t('seriesWhy')} />
        <Row href="/training/plans" title={t('plans')} meta={t('plansWhy')} />
        <Row href="/training/topics" title={t('topics')} meta={t('topicsWhy')} />
        <Row href={PLACE} title={tp('row')} meta={tp('rowWhy')} />
        {role !== 'regional_manager' && <CampAndCoverage />}
      </Rows>
      <Listed
        title={t('past')}
        label={t('past')}
        of={past}
        more={(cursor) => readSessions('past', cursor)}
        line={lineOf}
      >
        <p class="meta">{t('nonePast')}</p>
      </Listed>
      {isPlanning && <PlanSheet onClose={() => setPlanning(false)} />}
    </Page>
  );
}

/** A newcomer's own camp, else those one looks after; what oneself has had, or the team. */
function CampAndCoverage() {
  const isNew = me.value?.newcomer;
  const isRep = me.value?.role === 'rep';
  return (
    <>
      <Row
        href={isNew ? '/camp' : '/training/camps'}
        title={tc(isNew ? 'title' : 'camps')}
        meta={tc(isNew ? 'mineWhy' : 'campsWhy')}
      />
      <Row
        href="/training/coverage"
        title={tv(isRep ? 'title' : 'ofTeam')}
        meta={tv(isRep ? 'mineWhy' : 'ofTeamMeta')}
      />
    </>
  );
}

function lineOf(session: SessionCard) {
  return <Line key={session.id} session={session} />;
}

function Line({ session }: { session: SessionCard }) {
  const waits = pending(sessionLane(session.id)).length > 0;
  const { words, ...tone } = stateOf(session);
  const said = [
    whenOf(session),
    whoseOf(session),
    session.state !== 'skipped' && fullName(session.trainer),
    insteadOf(session),
    mineOf(session),
  ];
  return (
    <Row
      href={`/training/${session.id}`}
      title={titleOf(session)}
      meta={said.filter(Boolean).join(' · ')}
      after={waits ? <Tag icon={tray}>{t('waits')}</Tag> : <Tag {...tone}>{words}</Tag>}
    />
  );
}
