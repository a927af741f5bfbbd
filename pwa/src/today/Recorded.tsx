import { fullName } from '../kit/i18n/names';
import { evening } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import type { RecordedForYou } from './wire';
import { t } from './words';

/** A round on one passed phone belongs to both: the other one learns of it here. */
export function Recorded({ of }: { of: readonly RecordedForYou[] }) {
  return (
    <>
      {of.map(({ drill_id, recorded_by, rounds }) => (
        <Note
          key={drill_id}
          icon={evening}
          action={
            <a class="link" href={`/drills/${drill_id}`}>
              {t('look')}
            </a>
          }
        >
          {sentence(rounds, fullName(recorded_by))}
        </Note>
      ))}
    </>
  );
}

function sentence(rounds: number, name: string): string {
  return rounds > 0 ? t('recorded', { n: rounds, name }) : t('recordedOne', { name });
}
