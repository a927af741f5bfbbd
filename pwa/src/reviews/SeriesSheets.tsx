import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { uuid7 } from '../kit/api/uuid7';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Select } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { EndSheet, HourFields, type Hour } from '../organisation/Hours';
import { useEverybody, useTeams } from '../people/remote';
import type { PersonCard } from '../people/wire';
import { beginSeries, changeSeries } from './remote';
import type { Series } from './wire';
import { t } from './words-of-series';

type Kind = Series['kind'];

const USUAL: Hour = { weekday: 4, starts: '16:30', every_weeks: 1 };
const KINDS: Record<string, readonly Kind[]> = {
  manager: ['weekly', 'month', 'team'],
  regional_manager: ['manager'],
};

export function NewSeries({ onClose }: { onClose: () => unknown }) {
  const kinds = KINDS[me.value?.role ?? ''] ?? [];
  const [id, setId] = useState(uuid7);
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'weekly');
  const [personId, setPersonId] = useState('');
  const [hour, setHour] = useState<Hour>({ ...USUAL, every_weeks: kind === 'manager' ? 2 : 1 });
  const people = usePeopleToReview(kind);
  const person = kind === 'team' ? {} : { person_id: personId };
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: (kind === 'team' || personId !== '') && hour.starts !== '',
    send: async () => {
      await beginSeries({ id, kind, ...person, ...hour, starts_on: dayOf() });
      say(t('saved'));
      onClose();
    },
  });
  const change = (how: () => void) => {
    how();
    // Other content is another birth: the first may have arrived although its answer was lost.
    if (problem !== null) setId(uuid7());
    forget();
  };
  return (
    <Sheet open title={t('add')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {kinds.length > 1 && (
          <Picks legend={t('kind')}>
            <Chips>
              {kinds.map((one) => (
                <Pick
                  key={one}
                  name="kind"
                  value={one}
                  checked={one === kind}
                  onPick={() => change(() => setKind(one))}
                >
                  {t(one)}
                </Pick>
              ))}
            </Chips>
          </Picks>
        )}
        {kind !== 'team' && (
          <Select
            label={t('who')}
            name="person"
            value={personId}
            options={[
              { value: '', label: t('choose') },
              ...people.map((one) => ({ value: one.id, label: fullName(one) })),
            ]}
            error={asked && !personId ? t('lackWho') : undefined}
            onChange={(one) => change(() => setPersonId(one))}
          />
        )}
        <HourFields
          noRhythm={kind === 'month'}
          hour={hour}
          onChange={(part) => change(() => setHour(part))}
        />
        <Problem of={problem} />
        <Ending busy={busy} save={t('save')} onClose={onClose} />
      </form>
    </Sheet>
  );
}

/** The reps of my team, or the managers of my region. */
function usePeopleToReview(kind: Kind): PersonCard[] {
  const everybody = useEverybody().value ?? [];
  const teams = useTeams().value?.items ?? [];
  const mine = me.value?.team_id;
  if (kind !== 'manager') {
    return everybody.filter(({ role, team_id }) => role === 'rep' && team_id === mine);
  }
  const below = new Set(teams.filter((one) => one.parent_id === mine).map(({ id }) => id));
  return everybody.filter(({ role, team_id }) => role === 'manager' && below.has(team_id ?? ''));
}

interface Props {
  series: Series;
  onClose: () => unknown;
}

export function ChangeSeries({ series, onClose }: Props) {
  const { weekday, starts, every_weeks } = series;
  const [hour, setHour] = useState<Hour>({ weekday, starts, every_weeks });
  const { busy, problem, submit, forget } = useSending({
    isComplete: hour.starts !== '',
    send: async () => {
      await changeSeries(series.id, hour, series.version);
      say(t('saved'));
      onClose();
    },
  });
  return (
    <Sheet open title={t('change')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p class="meta">{t('changeWhy')}</p>
        <HourFields
          noRhythm={series.kind === 'month'}
          hour={hour}
          onChange={(changed) => {
            setHour(changed);
            forget();
          }}
        />
        <Problem of={problem} />
        <Ending busy={busy} save={t('save')} onClose={onClose} />
      </form>
    </Sheet>
  );
}

export function EndSeries({ series: { id, version }, onClose }: Props) {
  return <EndSheet end={(end) => changeSeries(id, end, version)} onClose={onClose} />;
}
