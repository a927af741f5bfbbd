/** 培训计划: the plans of the own team and of all teams; one of them as `?one=`. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Row } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { late } from '../late';
import { Listed } from './Listed';
import { PLANS, periodOf, whoseOf } from './plan-words';
import { readPlans, usePlans } from './plan-remote';
import { t as tw } from './words';
import { t } from './words-of-plans';

const TrainingPlan = late(() => import('./TrainingPlan'));
const NewPlanSheet = late(
  () => import('./NewPlanSheet'),
  () => null,
);

export default function Plans() {
  const { one } = useLocation().query;
  return one ? <TrainingPlan key={one} id={one} /> : <List />;
}

function List() {
  const read = usePlans();
  const [isWriting, setWriting] = useState(false);
  const role = me.value?.role;
  const writes = role === 'trainer' || role === 'manager';
  return (
    <Page
      title={tw('plans')}
      meta={tw('plansWhy')}
      back="/training"
      refresh={[read]}
      dock={
        writes && (
          <Button look="main" icon={plus} onClick={() => setWriting(true)}>
            {t('write')}
          </Button>
        )
      }
    >
      <Listed
        label={tw('plans')}
        of={read}
        more={readPlans}
        line={(plan) => (
          <Row
            key={plan.id}
            href={`${PLANS}?one=${plan.id}`}
            title={periodOf(plan)}
            meta={[whoseOf(plan), t('by', { name: fullName(plan.by) })].join(' · ')}
          />
        )}
      >
        <Empty title={t('none')}>{t(writes ? 'noneWhy' : 'noneWait')}</Empty>
      </Listed>
      {isWriting && <NewPlanSheet onClose={() => setWriting(false)} />}
    </Page>
  );
}
