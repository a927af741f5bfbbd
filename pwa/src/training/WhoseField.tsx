/** For whom something of training is: the track, and one of the teams. */
import { inMyLanguage } from '../kit/i18n/names';
import { Select } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { me } from '../kit/api/session';
import { useTeams } from '../people/remote';
import type { Series } from './wire';
import { t as tf } from './words-of-forms';
import { t } from './words-of-series';

type Track = Series['track'];

const TRACKS: readonly Track[] = ['professional', 'newcomer', 'management'];

/** All managers learn what the trainer gives; a manager plans for the own team. */
export function TrackField({ value, onChange }: TrackProps) {
  const offered = TRACKS.filter((one) => one !== 'management' || me.value?.role === 'trainer');
  return (
    <Picks legend={t('track')}>
      <Chips>
        {offered.map((one) => (
          <Pick
            key={one}
            name="track"
            value={one}
            checked={one === value}
            onPick={() => onChange(one)}
          >
            {t(one)}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}

interface TrackProps {
  value: Track;
  onChange: (track: Track) => unknown;
}

interface WhoseProps {
  value: string;
  /** Stands before the teams; without it one has to be chosen. */
  first?: string;
  /** Stands after them, under its own value. */
  last?: { value: string; label: string };
  error?: string | undefined;
  onChange: (team: string) => unknown;
}

export function WhoseField({ value, first, last, error, onChange }: WhoseProps) {
  const teams = (useTeams().value?.items ?? []).filter(({ kind }) => kind === 'team');
  return (
    <Select
      label={tf('whose')}
      name="team"
      value={value}
      options={[
        { value: '', label: first ?? tf('choose') },
        ...teams.map((team) => ({ value: team.id, label: inMyLanguage(team.name) })),
        ...(last ? [last] : []),
      ]}
      error={error}
      onChange={onChange}
    />
  );
}
