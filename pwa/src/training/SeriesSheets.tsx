/** A series begun, changed, or ended; each says what becomes of the dates that stand already. */
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { uuid7 } from '../kit/api/uuid7';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { dayInSentence, dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Field, Select } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { EndSheet, HourFields } from '../organisation/Hours';
import { useEverybody } from '../people/remote';
import { beginSeries, changeSeries } from './plan-remote';
import type { Open } from './Series';
import type { Series } from './wire';
import { TrackField, WhoseField } from './WhoseField';
import { t } from './words-of-series';

const LENGTHS = [30, 45, 60, 75, 90, 120];
const EVERY: Record<Series['track'], number> = { professional: 1, newcomer: 1, management: 4 };

interface Shape {
  weekday: number;
  starts: string;
  every_weeks: number;
  minutes: number;
  trainer_id: string;
}

export default function SeriesSheets({ open, onClose }: { open: Open; onClose: () => unknown }) {
  if (open.what === 'new') return <NewSheet onClose={onClose} />;
  if (open.what === 'change') return <ChangeSheet series={open.series} onClose={onClose} />;
  const { series } = open;
  return (
    <EndSheet end={(end) => changeSeries(series, end)} onClose={onClose}>
      {(lastDay) => <p class="meta">{afterTheEnd(series, lastDay)}</p>}
    </EndSheet>
  );
}

/** What somebody has prepared already does not vanish with the series. */
function afterTheEnd({ coming }: Series, lastDay: string): string {
  const days = coming.filter(({ topic, day }) => topic !== null && day > lastDay);
  if (days.length === 0) return t('endWhy');
  return t('endStays', { days: days.map(({ day }) => dayInSentence(day)).join(t('between')) });
}

function NewSheet({ onClose }: { onClose: () => unknown }) {
  const mine = me.value;
  const isTrainer = mine?.role === 'trainer';
  const [id, setId] = useState(uuid7);
  const [track, setTrack] = useState<Series['track']>('professional');
  const [team, setTeam] = useState(isTrainer ? '' : (mine?.team_id ?? ''));
  const [startsOn, setStartsOn] = useState(dayOf());
  const [shape, setShape] = useState<Shape>({
    ...{ weekday: 3, starts: '17:00', every_weeks: 1, minutes: 75 },
    trainer_id: mine?.id ?? '',
  });
  const forAll = track === 'management';
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: (forAll || team !== '') && shape.starts !== '' && startsOn >= dayOf(),
    send: async () => {
      const whose = forAll ? {} : { team_id: team };
      await beginSeries({ id, track, ...whose, ...shape, starts_on: startsOn });
      say(t('begun'));
      onClose();
    },
  });
  const change = (how: () => void) => {
    how();
    // Other content is another birth: the first may have arrived although its answer was lost.
    if (problem !== null) setId(uuid7());
    forget();
  };
  const choose = (chosen: Series['track']) => {
    setTrack(chosen);
    setShape({ ...shape, every_weeks: EVERY[chosen] });
  };
  return (
    <Sheet open title={t('begin')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TrackField value={track} onChange={(one) => change(() => choose(one))} />
        {isTrainer && !forAll && (
          <WhoseField
            value={team}
            error={asked && !team ? t('lackTeam') : undefined}
            onChange={(one) => change(() => setTeam(one))}
          />
        )}
        <ShapeFields {...{ track, team, shape }} onChange={(it) => change(() => setShape(it))} />
        <Field
          label={t('from')}
          name="starts_on"
          type="date"
          min={dayOf()}
          value={startsOn}
          error={asked && startsOn < dayOf() ? t('lackDay') : undefined}
          onInput={(day) => change(() => setStartsOn(day))}
        />
        <Problem of={problem} />
        <Ending busy={busy} save={t('save')} onClose={onClose} />
      </form>
    </Sheet>
  );
}

function ChangeSheet({ series, onClose }: { series: Series; onClose: () => unknown }) {
  const { weekday, starts, every_weeks, minutes, trainer } = series;
  const [shape, setShape] = useState<Shape>({
    ...{ weekday, starts, every_weeks, minutes },
    trainer_id: trainer.id,
  });
  const { busy, problem, submit, forget } = useSending({
    isComplete: shape.starts !== '',
    send: async () => {
      await changeSeries(series, shape);
      say(t('changed'));
      onClose();
    },
  });
  const change = (it: Shape) => {
    setShape(it);
    forget();
  };
  return (
    <Sheet open title={t('change')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p class="meta">{t('changeWhy')}</p>
        <ShapeFields
          track={series.track}
          team={series.team?.id ?? ''}
          shape={shape}
          onChange={change}
        />
        <Problem of={problem} />
        <Ending busy={busy} save={t('save')} onClose={onClose} />
      </form>
    </Sheet>
  );
}

interface ShapeProps {
  track: Series['track'];
  team: string;
  shape: Shape;
  onChange: (shape: Shape) => unknown;
}

function ShapeFields({ track, team, shape, onChange }: ShapeProps) {
  const lengths = LENGTHS.includes(shape.minutes) ? LENGTHS : [...LENGTHS, shape.minutes];
  const givers = useGivers(track, team, shape.trainer_id);
  return (
    <>
      <HourFields hour={shape} onChange={onChange} />
      <Select
        label={t('minutes')}
        name="minutes"
        value={`${shape.minutes}`}
        options={lengths.map((n) => ({ value: `${n}`, label: t('lasting', { n }) }))}
        onChange={(n) => onChange({ ...shape, minutes: Number(n) })}
      />
      <Select
        label={t('giver')}
        name="trainer"
        value={shape.trainer_id}
        options={givers.map((one) => ({ value: one.id, label: fullName(one) }))}
        onChange={(one) => onChange({ ...shape, trainer_id: one })}
      />
    </>
  );
}

/** Who may give it: the trainers, the team's own people since reps teach one another, and who gives it now. */
function useGivers(track: Series['track'], team: string, now: string) {
  const everybody = useEverybody().value ?? [];
  const near = (one: (typeof everybody)[number]) =>
    one.role === 'trainer' ||
    (track === 'management' ? one.role === 'regional_manager' : one.team_id === team);
  return everybody.filter((one) => one.id === now || one.id === me.value?.id || near(one));
}
