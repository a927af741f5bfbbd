import type { DraftOf } from '../kit/outbox';
import { OfTheTeam } from '../shares/OfTheTeam';
import { ApprenticesTonight } from './ApprenticesTonight';
import type { Deck } from './deck';
import type { EveningNow } from './evening-at-hand';
import { MyDay } from './MyDay';
import { Reflection } from './Reflection';
import type { Tonight } from './tonight';
import { TonightDrills } from './TonightDrills';
import { WaitingColleagues } from './WaitingColleagues';

interface Props {
  tonight: DraftOf<Tonight>;
  evening: EveningNow;
  deck: Deck;
  /** The evening has closed: nothing is asked. */
  quiet: boolean;
  onPostpone: () => unknown;
}

/** Below the cards: who waits, what was played, my day, and one line on it. */
export default function EveningRest({ tonight, evening, deck, quiet, onPostpone }: Props) {
  const mayPostpone = !quiet && !evening.postponement;
  return (
    <>
      {!quiet && <WaitingColleagues waiting={evening.waiting} />}
      <TonightDrills tonight={tonight} />
      <MyDay deck={deck} onPostpone={mayPostpone ? onPostpone : undefined} />
      <Reflection kept={evening.reflection} quiet={quiet} />
      <ApprenticesTonight />
      <OfTheTeam />
    </>
  );
}
