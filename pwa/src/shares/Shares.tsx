/** 分享: what the team tells one another: deals, losses, the week's KPI, tips. The newest first, in no other order. */
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { pendingOf } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { goal, plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { late } from '../late';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { withdrawTip } from './actions';
import { BegunRows } from './BegunRows';
import { KINDS } from './parts';
import { readShares, useShares } from './remote';
import { ShareCard } from './ShareCard';
import { TipCard } from './TipCard';
import { TIP, tipsAtHand, type Tip } from './tips';
import { ChangeTip, NewTip } from './TipSheet';
import type { ShareKind } from './wire';
import { t } from './words';
import { t as tk } from './words-of-kinds';

const MyTries = late(
  async () => ({ default: (await import('./TryPart')).MyTries }),
  () => null,
);

export default function Shares() {
  const { path, query, route } = useLocation();
  const kind = KINDS.find((one) => one === query['kind']) ?? null;
  const read = useShares(kind);
  const person = me.value;
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  if (!person) return null;
  const items = read.value?.items ?? [];
  const known = items.filter((one) => one.kind === TIP);
  const tips = tipsAtHand(known, pendingOf(TIP), person);
  const mayTell = person.team_id !== null && person.role !== 'regional_manager';
  const chosen = tips.find(({ id, author }) => id === query['edit'] && author.id === person.id);
  const close = () => route(path, true);
  const withdraw = async (tip: Tip) => {
    const origin = known.find(({ id }) => id === tip.id)?.origin ?? null;
    say(t('withdrawn'), await withdrawTip(tip, origin));
  };
  const cardOf = (tip: Tip) => <TipCard key={tip.id} tip={tip} onWithdraw={() => withdraw(tip)} />;
  const showsTips = kind === null || kind === TIP;
  const born = showsTips ? tips.filter(({ id }) => !items.some((one) => one.id === id)) : [];
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back={person.role === 'rep' ? '/evening' : '/'}
      refresh={[read]}
      dock={mayTell && <Tell path={path} isRep={person.role === 'rep'} />}
    >
      <KindPicks kind={kind} onPick={(next) => route(next ? `${path}?kind=${next}` : path, true)} />
      <BegunRows />
      <MyTries />
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {born.map(cardOf)}
      {items.map((one) => {
        if (one.kind !== TIP) return <ShareCard key={one.id} share={one} />;
        const tip = tips.find(({ id }) => id === one.id);
        return tip && cardOf(tip);
      })}
      {read.value && items.length + born.length === 0 && (
        <Empty title={t('empty')}>{t(mayTell ? 'emptyWhy' : 'noTeam')}</Empty>
      )}
      <MorePages list={read} read={(cursor) => readShares(kind, cursor)} />
      {mayTell && 'new' in query && <NewTip onClose={close} />}
      {chosen && <ChangeTip key={chosen.id} tip={chosen} onClose={close} />}
    </Page>
  );
}

interface PicksProps {
  kind: ShareKind | null;
  onPick: (kind: ShareKind | null) => unknown;
}

function KindPicks({ kind, onPick }: PicksProps) {
  return (
    <Picks legend={t('whatKind')} hideLegend>
      <Chips>
        {[null, ...KINDS].map((one) => (
          <Pick
            key={one}
            name="kind"
            value={one ?? 'all'}
            checked={one === kind}
            onPick={() => onPick(one)}
          >
            {tk(one ?? 'all')}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}

function Tell({ path, isRep }: { path: string; isRep: boolean }) {
  return (
    <div class="row">
      <LinkButton look="main" grow icon={plus} href={`${path}?new`}>
        {t('tell')}
      </LinkButton>
      {isRep && (
        <LinkButton icon={goal} href="/shares/week">
          {tk('kpi')}
        </LinkButton>
      )}
    </div>
  );
}
