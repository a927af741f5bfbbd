import { relativeDay } from '../kit/i18n/format';
import { Select } from '../kit/ui/Field';
import type { EvidenceRow } from './wire';
import { t } from './words-of-outcomes';

interface Props {
  rows: readonly EvidenceRow[];
  value: string;
  onChange: (id: string) => void;
}

/** A record instead of a text, where there is one; nobody has to choose. */
export function EvidencePick({ rows, value, onChange }: Props) {
  if (rows.length === 0) return null;
  return (
    <Select
      label={t('evidence')}
      name="evidence"
      value={value}
      options={[
        { value: '', label: t('noEvidence') },
        ...rows.map((row) => ({ value: row.id, label: nameOf(row) })),
      ]}
      onChange={onChange}
    />
  );
}

/** "Visit, Nuanyu Lighting, yesterday" */
export function nameOf({ kind, client, day }: EvidenceRow): string {
  const said = { day: relativeDay(day), client: client?.name ?? '' };
  if (kind === 'visit') return t('visit', said);
  return kind === 'round' ? t('round', said) : t('ride_along', said);
}

/** Where it is opened: a visit's own words by whoever made it, by others its client. */
export function placeOf({ kind, opens_id, client }: EvidenceRow, isMine: boolean): string {
  if (kind === 'round') return `/drills/${opens_id}`;
  if (kind === 'ride_along') return `/ride-alongs/${opens_id}`;
  return isMine || !client ? `/visits/${opens_id}/check-in` : `/clients/${client.id}`;
}
