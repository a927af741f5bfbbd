import { dayOf } from '../kit/i18n/format';
import { items } from '../kit/outbox';
import { Card } from '../kit/ui/Card';
import { deckAtHand } from './deck';
import type { RoundShown } from './drill';
import { HowSure } from './HowSure';
import { deck } from './remote';
import { t } from './words-of-prepare';

/** When the last round is over: one tap for each client of mine that was played and is still ahead. */
export function SureAfter({ rounds }: { rounds: readonly RoundShown[] }) {
  const played = new Set(rounds.map(({ visitId }) => visitId));
  const { cards } = deckAtHand(deck().value, items.value, dayOf());
  const ahead = cards.filter(({ visit }) => visit && played.has(visit.id));
  if (ahead.length === 0) return null;
  return (
    <Card>
      <h2>{t('sure')}</h2>
      {ahead.map(({ id, client }) => (
        <HowSure key={id} visit={id} client={client.name} />
      ))}
      <p class="meta">{t('sureWhy')}</p>
    </Card>
  );
}
