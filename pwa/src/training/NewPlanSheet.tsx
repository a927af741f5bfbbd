import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { uuid7 } from '../kit/api/uuid7';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { dayOf } from '../kit/i18n/format';
import { Select } from '../kit/ui/Field';
import { Seg } from '../kit/ui/Seg';
import { Sheet } from '../kit/ui/Sheet';
import { endOf, usePlans, writePlan } from './plan-remote';
import { periodOf, PLANS } from './plan-words';
import type { Plan } from './wire';
import { TrackField, WhoseField } from './WhoseField';
import { t } from './words-of-plans';

/** For which months, whom and which track; the topics are written afterwards, week by week. */
export default function NewPlanSheet({ onClose }: { onClose: () => unknown }) {
  const { route } = useLocation();
  const isTrainer = me.value?.role === 'trainer';
  const known = usePlans().value?.items ?? [];
  const [id, setId] = useState(uuid7);
  const [period, setPeriod] = useState<Plan['period']>('month');
  const [place, setPlace] = useState(0);
  const [track, setTrack] = useState<Plan['track']>('professional');
  const [team, setTeam] = useState(isTrainer ? '' : (me.value?.team_id ?? ''));
  const starts = startsOf(period);
  const starts_on = starts[place] ?? dayOf();
  const whose = track === 'management' ? '' : team;
  const { busy, problem, submit, forget } = useSending({
    isComplete: true,
    send: async () => {
      const same = known.find(
        (one) =>
          one.period === period &&
          one.starts_on === starts_on &&
          one.track === track &&
          (one.team?.id ?? '') === whose,
      );
      const body = { id, period, starts_on, track, topics: [], ...(whose && { team_id: whose }) };
      // A second plan for the same weeks would only stand beside the first.
      const plan = same ?? (await writePlan(body));
      onClose();
      route(`${PLANS}?one=${plan.id}`);
    },
  });
  const change = (how: () => void) => {
    how();
    // Other content is another birth: the first may have arrived although its answer was lost.
    if (problem !== null) setId(uuid7());
    forget();
  };
  return (
    <Sheet open title={t('write')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Seg
          legend={t('period')}
          showLegend
          name="period"
          value={period}
          options={[
            { value: 'month', label: t('month') },
            { value: 'quarter', label: t('quarter') },
          ]}
          onChange={(one) => change(() => setPeriod(one))}
        />
        <Select
          label={t('which')}
          name="starts_on"
          value={`${place}`}
          options={starts.map((day, n) => ({
            value: `${n}`,
            label: periodOf({ period, starts_on: day }),
          }))}
          onChange={(n) => change(() => setPlace(Number(n)))}
        />
        <TrackField value={track} onChange={(one) => change(() => setTrack(one))} />
        {isTrainer && track !== 'management' && (
          <WhoseField
            value={team}
            first={t('allTeams')}
            onChange={(one) => change(() => setTeam(one))}
          />
        )}
        <Problem of={problem} />
        <Ending busy={busy} save={t('begin')} onClose={onClose} />
      </form>
    </Sheet>
  );
}

/** The first days of this period and the two after it. */
function startsOf(period: Plan['period']): string[] {
  const [year = 0, month = 1] = dayOf().split('-').map(Number);
  const first = period === 'quarter' ? month - ((month - 1) % 3) : month;
  const now = `${year}-${String(first).padStart(2, '0')}-01`;
  const next = endOf({ period, starts_on: now });
  return [now, next, endOf({ period, starts_on: next })];
}
