/** 诀窍: what helped one of the team, told to all of it. */
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { pendingOf } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { withdrawTip } from './actions';
import { readTips, useTips } from './remote';
import { TipCard } from './TipCard';
import { TIP, tipsAtHand, type Tip } from './tips';
import { ChangeTip, NewTip } from './TipSheet';
import { t } from './words';

export default function Shares() {
  const { path, query, route } = useLocation();
  const read = useTips();
  const person = me.value;
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  if (!person) return null;
  const tips = tipsAtHand(read.value?.items ?? [], pendingOf(TIP), person);
  const mayTell = person.team_id !== null && person.role !== 'regional_manager';
  const chosen = tips.find(({ id, author }) => id === query['edit'] && author.id === person.id);
  const close = () => route(path, true);
  const withdraw = async (tip: Tip) => {
    const origin = read.value?.items.find(({ id }) => id === tip.id)?.origin ?? null;
    say(t('withdrawn'), await withdrawTip(tip, origin));
  };
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back={person.role === 'rep' ? '/evening' : '/'}
      refresh={[read]}
      dock={mayTell && <TellButton href={`${path}?new`} />}
    >
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {tips.map((tip) => (
        <TipCard key={tip.id} tip={tip} onWithdraw={() => withdraw(tip)} />
      ))}
      {read.value && tips.length === 0 && (
        <Empty title={t('empty')}>{t(mayTell ? 'emptyWhy' : 'noTeam')}</Empty>
      )}
      <MorePages list={read} read={readTips} />
      {mayTell && 'new' in query && <NewTip onClose={close} />}
      {chosen && <ChangeTip key={chosen.id} tip={chosen} onClose={close} />}
    </Page>
  );
}

function TellButton({ href }: { href: string }) {
  return (
    <LinkButton look="main" icon={plus} href={href}>
      {t('tell')}
    </LinkButton>
  );
}
