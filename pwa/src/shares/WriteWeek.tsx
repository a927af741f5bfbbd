/** 晒KPI: the week's problems and solutions; the figures come from the agreed goals when it arrives. */
import { useLocation } from 'preact-iso';
import { GoalBar } from '../goals/GoalBar';
import { useGoals } from '../goals/remote';
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Page } from '../kit/ui/Page';
import { saysSomething } from './parts';
import { PartFields, useTelling } from './PartFields';
import { tellWeek } from './share-actions';
import type { PartsForm } from './wire';
import { t } from './words-of-share';

const DRAFT = 'share:week';
const BLANK: PartsForm = { words: '', said: {} };

export default function WriteWeek() {
  const { route } = useLocation();
  const draft = useDraft<PartsForm>(DRAFT, BLANK);
  const form = draft.value.value;
  const { problem, busy, press } = useTelling(async () => {
    if (!saysSomething('kpi', form)) return false;
    await tellWeek(form, DRAFT);
    route('/shares', true);
    return true;
  });
  return (
    <Page
      title={t('weekTitle')}
      meta={t('weekMeta')}
      back="/shares"
      dock={
        <Button look="main" busy={busy} busyLabel={t('saving')} onClick={press}>
          {t('tell')}
        </Button>
      }
    >
      <ThisWeek />
      <PartFields
        kind="kpi"
        form={form}
        problem={problem}
        onChange={(next) => (draft.value.value = next)}
      />
    </Page>
  );
}

/** As they stand now; they are frozen when it is told. */
function ThisWeek() {
  const today = dayOf();
  const goals = useGoals(me.value?.id ?? '').value?.items ?? [];
  const week = goals.filter(
    ({ period, agreed, first, last }) =>
      period === 'week' && agreed && first <= today && today <= last,
  );
  if (week.length === 0) return null;
  return (
    <Card>
      <h2>{t('figures')}</h2>
      {week.map((goal) => (
        <GoalBar key={goal.id} goal={goal} named />
      ))}
    </Card>
  );
}
