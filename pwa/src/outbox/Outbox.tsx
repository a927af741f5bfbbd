/** 待发送: what is still on this phone, why, and what its writer can do about it. */
import type { ComponentChildren } from 'preact';
import { online } from '../kit/api/network';
import { expired } from '../kit/api/session';
import {
  cannotKeep,
  deliveredToday,
  download,
  exportUnsent,
  holders,
  items,
  others,
  ready,
} from '../kit/outbox';
import { isStuck, type Item } from '../kit/outbox/item';
import { before } from '../kit/outbox/order';
import { Button, LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { alert, clock, lock, offline, save, tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { titleOf } from './kinds';
import { RefusedItem } from './RefusedItem';
import { TwoVersions } from './TwoVersions';
import { WaitingItem } from './WaitingItem';
import { t } from './words';

export default function Outbox() {
  const all = items.value;
  return (
    <Page title={t('title')} meta={all.length > 0 && t('safe', { n: all.length })} back="/">
      <State />
      {ready.value ? <Groups all={all} /> : <Skeleton rows={2} />}
      <Others />
      <Foot some={all.length > 0} />
    </Page>
  );
}

/** The one thing that stands between these items and the server, if anything does. */
function State() {
  if (cannotKeep.value) {
    return (
      <Note tone="fault" icon={alert} role="alert">
        {t('cannotKeep')}
      </Note>
    );
  }
  return online.value || expired.value ? null : (
    <Note icon={offline} role="status">
      {t('offline')}
    </Note>
  );
}

function Groups({ all }: { all: readonly Item[] }) {
  const held = holders(all);
  const stuck = all.filter(isStuck);
  const waiting = all.filter((item) => !isStuck(item) && !held.has(item.id));
  if (all.length === 0) return <AllArrived />;
  return (
    <>
      <Group title={t('waiting')} items={waiting}>
        {(item) => <WaitingItem item={item} why={whyLater(item, all)} icon={clock} />}
      </Group>
      <Group title={t('needLook')} items={stuck}>
        {(item) =>
          item.theirs ? (
            <TwoVersions item={item} theirs={item.theirs.row} first={item === stuck[0]} />
          ) : (
            <RefusedItem item={item} first={item === stuck[0]} />
          )
        }
      </Group>
      <Group title={t('held')} items={all.filter((item) => held.has(item.id))}>
        {(item) => (
          <WaitingItem item={item} why={whyHeld(held.get(item.id))} icon={tray} mayTry={false} />
        )}
      </Group>
    </>
  );
}

interface GroupProps {
  title: string;
  items: readonly Item[];
  children: (item: Item) => ComponentChildren;
}

function Group({ title, items: members, children }: GroupProps) {
  if (members.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {members.map((item) => (
        <div key={item.id}>{children(item)}</div>
      ))}
    </section>
  );
}

function whyHeld(holder: Item | undefined): string | null {
  return holder ? t('heldBy', { title: titleOf(holder) }) : null;
}

function whyLater(item: Item, all: readonly Item[]): string | null {
  if (before(item, all).length > 0) return t('behind');
  return item.status !== null && item.status !== 401 ? t('tried') : null;
}

function AllArrived() {
  const way = <LinkButton href="/">{t('toToday')}</LinkButton>;
  return (
    <Empty title={t('empty')} action={way}>
      {t('emptyWhy')}
    </Empty>
  );
}

/** How many and whose, never what is in them. */
function Others() {
  return (
    <>
      {others.value.map(({ owner, name, count }) => (
        <Note key={owner} icon={lock}>
          {t('others', { n: count, name })}
        </Note>
      ))}
    </>
  );
}

function Foot({ some }: { some: boolean }) {
  const saveFile = async () => {
    const file = await exportUnsent();
    if (file) download(file);
  };
  return (
    <div class="empty">
      <p class="meta num">
        {deliveredToday.value > 0 && t('arrived', { n: deliveredToday.value })}
        {deliveredToday.value > 0 && <br />}
        {t('promise')}
      </p>
      {some && (
        <Button look="quiet" icon={save} onClick={saveFile}>
          {t('export')}
        </Button>
      )}
    </div>
  );
}
