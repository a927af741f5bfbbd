import { useEffect, useState } from 'preact/hooks';
import { sheetRead } from '../clients/remote';
import { dayOf } from '../kit/i18n/format';
import { ready, type DraftOf } from '../kit/outbox';
import { offline as offlineIcon } from '../kit/ui/icons';
import { online } from '../kit/api/network';
import { NoAnswer } from '../kit/api/problem';
import { Page } from '../kit/ui/Page';
import type { Refreshable } from '../kit/ui/Refresh';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { late } from '../late';
import { ReadNote } from '../people/ReadNote';
import { withPartners } from './beside';
import { Closed } from './Closed';
import { deckAtHand, isToPlay, type Deck } from './deck';
import { DeckCard, type DeckCardProps } from './DeckCard';
import { waitForPartner, waitNoMore } from './evening-actions';
import { AllPlayed, NonePlanned, NotRead } from './EveningEmpty';
import { AskedTonight, MovedToday, OpenRound, Postponed, PromisedSkill } from './EveningNotes';
import { eveningMeta, isQuiet, useMinute } from './hours';
import { OtherCards } from './OtherCards';
import { PartnerRow } from './PartnerRow';
import { PartnerSheet } from './PartnerSheet';
import { besideNow, eveningNow } from './people';
import { deck as deckRead, readEveningAhead } from './remote';
import { kept, waitNoLonger } from './sit-down';
import { useTonight, type Tonight } from './tonight';
import { unsentOfDeck } from './unsent';
import type { PersonRef } from './wire';
import { t as tc } from './words';
import { t } from './words-of-evening';
import { t as tp } from './words-of-partner';

/** Not needed to begin a round, and below what one sees first. */
const EveningRest = late(
  () => import('./EveningRest'),
  () => null,
);
const loadSheet = () => import('./PostponeSheet');
/** Fetched ahead, so that it opens at once, also without a network. */
const PostponeSheet = late(loadSheet, () => null);

/** 晚间演练: tomorrow's clients, played tonight. */
export function RepEvening() {
  const at = useMinute();
  const tonight = useTonight();
  const [asking, setAsking] = useState<'partner' | 'postpone' | null>(null);
  useEffect(() => {
    void readEveningAhead();
    void loadSheet().catch(() => undefined);
  }, []);
  const quiet = isQuiet(at);
  const evening = eveningNow();
  const read = deckRead();
  const cards = deckAtHand(read.value, unsentOfDeck(), dayOf());
  const beside = besideNow(tonight.value.value);
  const choose = () => setAsking('partner');
  const { open } = tonight.value.value;
  const wait = (waits: boolean) => {
    setAsking(null);
    void waiting(waits);
  };
  return (
    <Page root="evening" title={tc('title')} meta={eveningMeta(at)} refresh={[all]}>
      <Reach of={read} />
      {open && <OpenRound card={open} />}
      {quiet && <Closed />}
      {!quiet && evening.postponement && <Postponed evening={evening} />}
      {!quiet && !evening.postponement && (
        <>
          <PartnerRow beside={beside} waits={evening.waits} onChange={choose} />
          <MovedToday evening={evening} />
          <AskedTonight evening={evening} deck={cards} />
          <PromisedSkill of={deckRead().value?.promised} />
        </>
      )}
      <Cards deck={cards} quiet={quiet} boss={beside.people[0]} onChoose={choose} />
      <EveningRest
        {...{ tonight, evening, quiet }}
        deck={cards}
        onPostpone={() => setAsking('postpone')}
      />
      <PartnerSheet
        open={asking === 'partner'}
        chosen={beside.people}
        onClose={() => setAsking(null)}
        onWait={wait}
        onChosen={(people) => {
          void sitDown(tonight, people);
          setAsking(null);
        }}
      />
      {asking === 'postpone' && (
        <PostponeSheet onClose={() => setAsking(null)} onWait={() => wait(true)} />
      )}
    </Page>
  );
}

/** Without a network the evening goes on; anything else that stands in the way is said. */
function Reach({ of }: { of: ReturnType<typeof deckRead> }) {
  if (!online.value) return <Note icon={offlineIcon}>{t('offline')}</Note>;
  return isUnread(of) ? null : <ReadNote of={of} />;
}

/** Then an empty state says so. */
function isUnread({ value, error }: ReturnType<typeof deckRead>): boolean {
  return value === undefined && error instanceof NoAnswer;
}

interface CardsProps extends Pick<DeckCardProps, 'boss' | 'onChoose'> {
  deck: Deck;
  /** The cards are in place, and nobody is asked to play one. */
  quiet: boolean;
}

function Cards({ deck: { cards }, quiet, boss, onChoose }: CardsProps) {
  const read = deckRead();
  const [first, ...others] = cards;
  useEffect(() => {
    const unknown = cards.filter(({ client }) => !sheetRead(client.id).value);
    for (const { client } of unknown) void sheetRead(client.id).reload();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when other clients are here
  }, [cards.map(({ id }) => id).join()]);
  if (!first) {
    if (read.value) return quiet ? null : <NonePlanned />;
    if (!read.error || !ready.value) return <Skeleton />;
    return isUnread(read) ? <NotRead onTryAgain={() => all.reload()} /> : null;
  }
  if (quiet) return <OtherCards title={t('cardsInPlace')} cards={cards} />;
  return (
    <>
      {!isToPlay(first) && <AllPlayed />}
      <DeckCard card={first} boss={boss} onChoose={onChoose} deck={others.length > 0} />
      {others.length > 0 && <OtherCards title={t('then')} cards={others} />}
    </>
  );
}

async function sitDown(tonight: DraftOf<Tonight>, people: PersonRef[]): Promise<void> {
  tonight.value.value = withPartners(tonight.value.peek(), people, dayOf());
  await waitNoLonger(people);
}

async function waiting(waits: boolean): Promise<void> {
  const isKept = await kept(waits ? waitForPartner(dayOf()) : waitNoMore(dayOf()));
  if (isKept && waits) say(tp('iWaitSaid'));
}

/** Deck, evening, sheets, people and playbook are one thing to whoever pulls the page down. */
const all: Refreshable = {
  reload: () => readEveningAhead(),
  get error() {
    return deckRead().error;
  },
};
