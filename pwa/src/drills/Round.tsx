import { useRoute } from 'preact-iso';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { late } from '../late';
import type { Lack } from './at-hand';
import { BossCard } from './BossCard';
import { Cover } from './Cover';
import { NotInDeck } from './NotInDeck';
import { ChoosePartners } from './PartnerSheet';
import { RepCard } from './RepCard';
import { useRound, type Table } from './use-round';
import type { PersonRef } from './wire';
import { t } from './words';
import { t as tr } from './words-of-round';

/** Needed a tap or some minutes after the cover: it is fetched while the cover is read. */
const LATER = {
  bossCardForm: () => import('./BossCardForm'),
  verdict: () => import('./Verdict'),
};
const BossCardForm = late<Table>(LATER.bossCardForm);
const Verdict = late<Table>(LATER.verdict);

/** One phone, passed from hand to hand: cover, boss card with the clock, verdict, and again. */
export default function Round() {
  const card = useRoute().params['card'] ?? '';
  return <RoundOf key={card} card={card} />;
}

function RoundOf({ card }: { card: string }) {
  const { table, lack, choosePartners } = useRound(card);
  useEffect(() => {
    // Whoever has no network now is asked to try again when it is opened.
    Promise.all([LATER.bossCardForm(), LATER.verdict()]).catch(() => undefined);
  }, []);
  // Every step is a screen of its own, though the address stays.
  useLayoutEffect(() => scrollTo(0, 0), [table?.play.stage, table?.play.number]);
  if (!table) return <NotYet card={card} lack={lack ?? 'waiting'} onChosen={choosePartners} />;
  switch (table.play.stage) {
    case 'cover':
      return <Cover {...table} />;
    case 'rep-card':
      return <RepCard {...table} />;
    case 'boss-card':
      return <BossCardForm {...table} />;
    case 'play':
      return <BossCard {...table} />;
    case 'verdict':
      return <Verdict {...table} />;
  }
}

interface NotYetProps {
  card: string;
  lack: Lack;
  onChosen: (people: PersonRef[]) => unknown;
}

function NotYet({ card, lack, onChosen }: NotYetProps) {
  const title = lack === 'partner' ? tr('chooseFirst') : t('title');
  return (
    <Page title={title} back="/evening">
      {lack === 'waiting' && <Skeleton />}
      {lack === 'partner' && <ChoosePartners chosen={[]} onChosen={onChosen} />}
      {lack === 'sheet' && (
        <Empty
          title={tr('sheetOpen')}
          action={
            <LinkButton look="main" href={`/evening/prepare/${card}`}>
              {tr('toSheet')}
            </LinkButton>
          }
        >
          {tr('sheetOpenWhy')}
        </Empty>
      )}
      {lack === 'card' && <NotInDeck />}
    </Page>
  );
}
