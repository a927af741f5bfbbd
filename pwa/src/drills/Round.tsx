import { useRoute } from 'preact-iso';
import { useLayoutEffect } from 'preact/hooks';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { BossCard } from './BossCard';
import { Cover } from './Cover';
import { NotInDeck } from './NotInDeck';
import { ChoosePartners } from './PartnerSheet';
import { RepCard } from './RepCard';
import { useRound, type Lack } from './use-round';
import { Verdict } from './Verdict';
import type { PersonRef } from './wire';
import { t } from './words';
import { t as tr } from './words-of-round';

/** One phone, passed from hand to hand: cover, boss card with the clock, verdict, and again. */
export default function Round() {
  const visit = useRoute().params['visit'] ?? '';
  return <RoundOf key={visit} visit={visit} />;
}

function RoundOf({ visit }: { visit: string }) {
  const { table, lack, choosePartners } = useRound(visit);
  // Every step is a screen of its own, though the address stays.
  useLayoutEffect(() => scrollTo(0, 0), [table?.play.stage, table?.play.number]);
  if (!table) return <NotYet visit={visit} lack={lack ?? 'waiting'} onChosen={choosePartners} />;
  switch (table.play.stage) {
    case 'cover':
      return <Cover {...table} />;
    case 'rep-card':
      return <RepCard {...table} />;
    case 'play':
      return <BossCard {...table} />;
    case 'verdict':
      return <Verdict {...table} />;
  }
}

interface NotYetProps {
  visit: string;
  lack: Lack;
  onChosen: (people: PersonRef[]) => unknown;
}

function NotYet({ visit, lack, onChosen }: NotYetProps) {
  const title = lack === 'partner' ? tr('chooseFirst') : t('title');
  return (
    <Page title={title} back="/evening">
      {lack === 'waiting' && <Skeleton />}
      {lack === 'partner' && <ChoosePartners chosen={[]} onChosen={onChosen} />}
      {lack === 'sheet' && (
        <Empty
          title={tr('sheetOpen')}
          action={
            <LinkButton look="main" href={`/evening/prepare/${visit}`}>
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
