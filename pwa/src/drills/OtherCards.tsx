import { Row, Rows } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import { t as tv } from '../visits/words';
import { SheetTag } from './DeckCard';
import { whenOf } from './when';
import type { DeckItem } from './wire';
import { t } from './words-of-evening';

/** The rest of the deck. Each opens with its sheet, where the round begins. */
export function OtherCards({ cards }: { cards: readonly DeckItem[] }) {
  return (
    <section>
      <h2>{t('then')}</h2>
      <Rows>
        {cards.map((card) => (
          <Row
            key={card.visit.id}
            href={`/evening/prepare/${card.visit.id}`}
            title={<span lang={languageOf(card.client.name)}>{card.client.name}</span>}
            meta={metaOf(card)}
            after={<SheetTag card={card} />}
          />
        ))}
      </Rows>
    </section>
  );
}

function metaOf({ visit, sheet }: DeckItem): string {
  const missing = sheet.missing.length;
  return [whenOf(visit), tv(visit.purpose), missing > 0 && t('answersMissing', { n: missing })]
    .filter(Boolean)
    .join(' · ');
}
