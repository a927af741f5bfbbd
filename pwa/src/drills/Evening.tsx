import { useEffect, useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { items, ready } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { again, offline as offlineIcon } from '../kit/ui/icons';
import { online } from '../kit/api/network';
import { Page } from '../kit/ui/Page';
import type { Refreshable } from '../kit/ui/Refresh';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { deckAtHand, isUnplayed, type Deck } from './deck';
import { DeckCard, type DeckCardProps } from './DeckCard';
import { AllPlayed, NonePlanned, NotRead } from './EveningEmpty';
import { eveningMeta } from './hours';
import { OtherCards } from './OtherCards';
import { PartnerRow } from './PartnerRow';
import { PartnerSheet } from './PartnerSheet';
import { deck, myDrills, readEveningAhead } from './remote';
import { TonightDrills } from './TonightDrills';
import { partnersOf, useTonight } from './tonight';
import { t as tc } from './words';
import { t } from './words-of-evening';

/** 晚间演练: tomorrow's clients, played tonight. */
export default function Evening() {
  const tonight = useTonight();
  const [choosing, setChoosing] = useState(false);
  useEffect(() => void readEveningAhead(), []);
  const partners = partnersOf(tonight.value.value, myDrills().value?.items, me.value?.id ?? '');
  const { open } = tonight.value.value;
  const choose = () => setChoosing(true);
  return (
    <Page root title={tc('title')} meta={eveningMeta()} refresh={[evening]}>
      {!online.value && <Note icon={offlineIcon}>{t('offline')}</Note>}
      {open && <OpenRound visit={open} />}
      <PartnerRow partners={partners} onChange={choose} />
      <Cards boss={partners[0]} onChoose={choose} />
      <TonightDrills tonight={tonight} />
      <PartnerSheet
        open={choosing}
        chosen={partners}
        onClose={() => setChoosing(false)}
        onChosen={(people) => {
          tonight.value.value = { ...tonight.value.peek(), partners: people };
          setChoosing(false);
        }}
      />
    </Page>
  );
}

function Cards({ boss, onChoose }: Pick<DeckCardProps, 'boss' | 'onChoose'>) {
  const read = deck();
  const found: Deck = deckAtHand(read.value, items.value, dayOf());
  const [first, ...others] = found.cards;
  if (!first) {
    if (read.value) return <NonePlanned />;
    return read.error && ready.value ? (
      <NotRead onTryAgain={() => evening.reload()} />
    ) : (
      <Skeleton />
    );
  }
  return (
    <>
      {!isUnplayed(first) && <AllPlayed />}
      <DeckCard card={first} boss={boss} onChoose={onChoose} deck={others.length > 0} />
      {others.length > 0 && <OtherCards cards={others} />}
    </>
  );
}

function OpenRound({ visit }: { visit: string }) {
  return (
    <Note
      icon={again}
      action={
        <LinkButton look="quiet" href={`/evening/round/${visit}`}>
          {t('goOn')}
        </LinkButton>
      }
    >
      {t('goesOn')}
    </Note>
  );
}

/** Deck, sheets, people and playbook are one thing to whoever pulls the page down. */
const evening: Refreshable = {
  reload: readEveningAhead,
  get error() {
    return deck().error;
  },
};
