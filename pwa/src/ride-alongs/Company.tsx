import { callName } from '../kit/i18n/names';
import type { TodayCard } from '../today/wire';
import { DOT } from '../kit/ui/dots';
import { t } from './words-of-rungs';

interface Props {
  of: NonNullable<TodayCard['company']>;
  /** Whose visit it is. */
  rep: string;
}

/** Who comes along, and on which rung. */
export default function Company({ of, rep }: Props) {
  const { ride_along_id: id, mentor, apprentice, rung } = of;
  const name = callName(mentor.id === rep ? apprentice : mentor);
  return (
    <a class="link" href={`/ride-alongs/${id}`}>
      {t('company', { name })}
      {rung && `${DOT}${t(rung)}`}
    </a>
  );
}
