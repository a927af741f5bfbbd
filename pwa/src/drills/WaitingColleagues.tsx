import { dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Row, Rows } from '../kit/ui/Card';
import { Offer } from './Offer';
import type { Waiting } from './wire';
import { t } from './words-of-partner';

/** Colleagues who wait for somebody to play with, and the hand that is held out to them. */
export function WaitingColleagues({ waiting }: { waiting: readonly Waiting[] }) {
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>{t('waitingTitle')}</h2>
      <Rows>
        {waiting.map(({ person, offered_by: by }) => (
          <Row
            key={person.id}
            before={<Ava name={fullName(person)} />}
            title={fullName(person)}
            after={<Offer to={person} by={by} day={dayOf()} />}
          />
        ))}
      </Rows>
    </section>
  );
}
