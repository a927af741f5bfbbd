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
  switch (kind) {
    case 'round':
    case 'ride_along':
    case 'deal':
    case 'payment':
    case 'share':
      return t(kind, said);
    default:
      return t('visit', said);
  }
}

/** Where it is opened: a visit's own words by whoever made it, by others its client; an order and its money there too. */
export function placeOf({ kind, opens_id, client }: EvidenceRow, isMine: boolean): string {
  if (kind === 'round') return `/drills/${opens_id}`;
  if (kind === 'ride_along') return `/ride-alongs/${opens_id}`;
  if (kind === 'share') return `/shares/${opens_id}`;
  const isVisit = kind === 'visit';
  return client && !(isMine && isVisit) ? `/clients/${client.id}` : `/visits/${opens_id}/check-in`;
}
