import { useState } from 'preact/hooks';
import { ReadNote } from '../people/ReadNote';
import { Skeleton } from '../kit/ui/Skeleton';
import { playbookRead, sheetRead } from '../clients/remote';
import { money } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { sheetLane } from '../clients/lanes';
import { t as tv } from '../visits/words';
import { Button, LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { check, play, sheet as sheetIcon } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { isReady, isUnplayed } from './deck';
import { firstWords } from './first-words';
import { roundMinutes } from './minutes';
import { headOf } from './reasons';
import { sheetToPlay } from './sheet-to-play';
import { WhySheet } from './WhySheet';
import type { DeckItem, PersonRef } from './wire';
import { t as tc } from './words';
import { t } from './words-of-evening';

export interface DeckCardProps {
  card: DeckItem;
  boss: PersonRef | undefined;
  /** Another card lies under it. */
  deck: boolean;
  /** Nobody sits beside me yet. */
  onChoose: () => unknown;
}

/** The next client to play: what was heard there, and the way into the round. */
export function DeckCard({ card, boss, deck, onChoose }: DeckCardProps) {
  const [asking, setAsking] = useState(false);
  const { visit, client } = card;
  const written = sheetToPlay(sheetRead(client.id).value, pending(sheetLane(client.id)));
  const first = firstWords(card, written, playbookRead().value);
  return (
    <section>
      <Card as="article" deck={deck}>
        <div class="row">
          <p class="grow num">
            <strong>{headOf(card)}</strong>{' '}
            {visit && <span class="meta">· {tv(visit.purpose)}</span>}
          </p>
          <SheetTag card={card} />
        </div>
        <h2 class="big" lang={languageOf(client.name)}>
          {client.name}
        </h2>
        {card.big_order && visit?.amount && (
          <p>
            <Tag>{t('bigOrder')}</Tag> <strong class="num">{money(visit.amount)}</strong>
          </p>
        )}
        <Talk>
          {first && <Said lang={languageOf(first.words)}>{first.words}</Said>}
          <p class="meta row">
            <span class="grow">{first?.source ?? t('nothingHeard')}</span>
            <button type="button" class="link" onClick={() => setAsking(true)}>
              {t('why')}
            </button>
          </p>
        </Talk>
        <Begin card={card} boss={boss} onChoose={onChoose} />
      </Card>
      <WhySheet card={card} open={asking} onClose={() => setAsking(false)} />
    </section>
  );
}

function Begin({ card, boss, onChoose }: Pick<DeckCardProps, 'card' | 'boss' | 'onChoose'>) {
  const { id, sheet } = card;
  const prepare = `/evening/prepare/${id}`;
  if (card.unread) return <Unread client={card.client.id} />;
  if (!isReady(card)) {
    return (
      <>
        <LinkButton look="main" icon={sheetIcon} href={prepare}>
          {t('finishSheet', { n: sheet.answers_ready })}
        </LinkButton>
        <p class="meta">{t('missingThen', { n: sheet.missing.length })}</p>
      </>
    );
  }
  const minutes = roundMinutes();
  const label = t(isUnplayed(card) ? 'start' : 'startAgain');
  return (
    <>
      {boss ? (
        <LinkButton look="main" icon={play} href={`/evening/round/${id}`}>
          {label}
        </LinkButton>
      ) : (
        <Button look="main" icon={play} onClick={onChoose}>
          {label}
        </Button>
      )}
      <p class="meta row">
        <span class="grow">
          {boss
            ? t('minutesAndBoss', { n: minutes, name: callName(boss) })
            : t('minutesOnly', { n: minutes })}
        </span>
        <a class="link" href={prepare}>
          {t('seeSheet')}
        </a>
      </p>
    </>
  );
}

/** Nobody plays from a sheet that this phone does not have, or writes over it. */
function Unread({ client }: { client: string }) {
  const read = sheetRead(client);
  return read.error ? <ReadNote of={read} /> : <Skeleton rows={1} />;
}

/** Rounds already played say more than a sheet that is ready. */
export function SheetTag({ card }: { card: DeckItem }) {
  if (!isUnplayed(card)) {
    return (
      <Tag tone="ok" icon={check}>
        {t('roundsFor', { n: card.rounds })}
      </Tag>
    );
  }
  if (isReady(card)) {
    return (
      <Tag tone="ok" icon={check}>
        {tc('sheetReady')}
      </Tag>
    );
  }
  return <Tag>{tc('sheetSome', { n: card.sheet.answers_ready })}</Tag>;
}
