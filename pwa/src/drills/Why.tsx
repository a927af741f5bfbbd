import { useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { whyInBrief } from './reasons';
import type { DeckItem } from './wire';
import { t } from './words-of-evening';
import { WhySheet } from './WhySheet';

/** One line on why the card is there, and the way to all its reasons and where they came from. */
export function Why({ card }: { card: DeckItem }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p class="meta row">
        <span class="brief grow">{whyInBrief(card, playbookRead().value)}</span>
        <button type="button" class="link" onClick={() => setAsking(true)}>
          {t('why')}
        </button>
      </p>
      <WhySheet card={card} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}
