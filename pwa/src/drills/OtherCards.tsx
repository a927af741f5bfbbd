import { playbookRead } from '../clients/remote';
import { money } from '../kit/i18n/format';
import { Row, Rows } from '../kit/ui/Card';
import { again } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { t as tv } from '../visits/words';
import { isUnplayed } from './deck';
import { SheetTag } from './DeckCard';
import { headOf, isSaid, quoted, sourceOf, whyInBrief, wordsOf } from './reasons';
import type { DeckItem } from './wire';
import { t } from './words-of-evening';

interface Props {
  title: string;
  cards: readonly DeckItem[];
}

/** The rest of the deck. Each opens with its sheet, where the round begins. */
export function OtherCards({ title, cards }: Props) {
  return (
    <section>
      <h2>{title}</h2>
      <Rows>
        {cards.map((card) => (
          <Row
            key={card.id}
            href={`/evening/prepare/${card.id}`}
            title={titleOf(card)}
            meta={card.visit ? <MetaOfVisit card={card} /> : metaOfObjection(card)}
            after={<CardTag card={card} />}
          />
        ))}
      </Rows>
    </section>
  );
}

/** Where only what somebody said brought the card, it is called after that. */
function titleOf({ visit, client, reasons }: DeckItem) {
  const said = visit ? undefined : reasons.find(isSaid);
  const words = said && wordsOf(said, playbookRead().value);
  const title = words ? quoted(words) : client.name;
  return <span lang={languageOf(title)}>{title}</span>;
}

/** When, and why: what was said there, or how big the order is. */
function MetaOfVisit({ card }: { card: DeckItem }) {
  const { visit, sheet, big_order, reasons } = card;
  const missing = sheet.missing.length;
  const when = [
    headOf(card),
    visit && tv(visit.purpose),
    big_order && visit?.amount && money(visit.amount),
    missing > 0 && t('answersMissing', { n: missing }),
  ];
  const isMore = big_order || reasons.some(isSaid);
  return (
    <>
      {when.filter(Boolean).join(' · ')}
      {isMore && <span class="meta">{whyInBrief(card, playbookRead().value)}</span>}
    </>
  );
}

function metaOfObjection({ client, reasons }: DeckItem): string {
  const said = reasons.find(isSaid);
  return [client.name, said && sourceOf(said)].filter(Boolean).join(' · ');
}

/** Rounds played say most; then why an objection is back; then how far the sheet is. */
function CardTag({ card }: { card: DeckItem }) {
  const said = card.reasons.find(isSaid);
  if (!isUnplayed(card)) return <SheetTag card={card} />;
  if (said?.step && !card.visit) return <Tag icon={again}>{t('stepDays', { n: said.step })}</Tag>;
  return card.big_order ? <Tag>{t('bigOrder')}</Tag> : <SheetTag card={card} />;
}
