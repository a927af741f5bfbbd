/** 求助: who waits for me, what I asked, and what is closed. To whoever leads, which kinds are rising. */
import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { me } from '../kit/api/session';
import { items, pendingOf } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { help } from '../kit/ui/icons';
import { useInSight } from '../kit/ui/in-sight';
import { ListButton } from '../kit/ui/ListButton';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { bornRequests, lineAtHand, type HelpShown } from './at-hand';
import { HelpRows } from './HelpRows';
import { KINDS } from './kinds';
import { readClosed, readOpen, useClosed, useOpen } from './remote';
import { RisingKinds } from './RisingKinds';
import type { Line, PersonRef } from './wire';
import { t } from './words-of-list';
import { t as tc } from './words';

export default function HelpList() {
  const read = useOpen();
  const showsClosed = useClosedToo();
  const chosen = useRoute().params['id'];
  useInSight(chosen, read.value !== undefined);
  const person = me.value;
  if (!person) return null;
  const leads = person.role === 'manager' || person.role === 'regional_manager';
  const groups = grouped(shownOf(read.value?.items ?? [], person), person.id);
  const isEmpty = read.value && Object.values(groups).every(({ length }) => length === 0);
  return (
    <Page
      title={t('title')}
      meta={t(leads ? 'metaHelper' : 'metaRep')}
      back="/"
      refresh={[read]}
      dock={<AskButton />}
    >
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {isEmpty && <Empty title={t('empty')}>{t(leads ? 'emptyHelper' : 'emptyWhy')}</Empty>}
      <Group title={t('waitingForMe')} requests={groups.waiting} me={person.id} chosen={chosen} />
      <Group title={t('mine')} requests={groups.mine} me={person.id} chosen={chosen} />
      <Group title={t('answeredByMe')} requests={groups.answered} me={person.id} chosen={chosen} />
      <Group title={t('others')} requests={groups.others} me={person.id} chosen={chosen} />
      <MorePages list={read} read={readOpen} />
      {leads && <RisingKinds />}
      {showsClosed ? <Closed me={person.id} chosen={chosen} /> : <ToClosed />}
    </Page>
  );
}

function AskButton() {
  return (
    <ListButton icon={help} href="/help-requests/new">
      {tc('ask')}
    </ListButton>
  );
}

/** Once asked for they stay, also while one of them is opened beside the list. */
function useClosedToo(): boolean {
  const isAsked = 'closed' in useLocation().query;
  const [shown, setShown] = useState(isAsked);
  if (isAsked && !shown) setShown(true);
  return isAsked || shown;
}

function ToClosed() {
  return <LinkButton href="/help-requests?closed">{t('showClosed')}</LinkButton>;
}

/** With what lies unsent on this phone. Reactive. */
function shownOf(lines: readonly Line[], person: PersonRef): HelpShown[] {
  const known = new Set(lines.map(({ id }) => id));
  const unsent = items.value;
  return [
    ...bornRequests(pendingOf(KINDS.asked), known, person),
    ...lines.map((line) => lineAtHand(line, unsent, person)),
  ].filter(({ state }) => state !== 'solved');
}

interface Groups {
  waiting: HelpShown[];
  mine: HelpShown[];
  answered: HelpShown[];
  others: HelpShown[];
}

function grouped(requests: readonly HelpShown[], id: string): Groups {
  const groups: Groups = { waiting: [], mine: [], answered: [], others: [] };
  for (const request of requests) {
    const { asker, helper, owed } = request;
    const isForMe = helper === null || helper.id === id;
    if (asker.id === id) groups.mine.push(request);
    else if (isForMe && owed) groups.waiting.push(request);
    else (isForMe ? groups.answered : groups.others).push(request);
  }
  return groups;
}

interface GroupProps {
  title: string;
  requests: HelpShown[];
  me: string;
  chosen: string | undefined;
}

function Group({ title, requests, me: id, chosen }: GroupProps) {
  if (requests.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <HelpRows label={title} requests={requests} me={id} current={chosen} />
    </section>
  );
}

function Closed({ me: id, chosen }: { me: string; chosen: string | undefined }) {
  const read = useClosed();
  const person = me.value;
  useEffect(() => scrollToIt(), []);
  if (!person) return null;
  const shown = (read.value?.items ?? []).map((line) => lineAtHand(line, [], person));
  return (
    <section id="closed">
      <h2>{t('closed')}</h2>
      <ReadNote of={read} />
      {read.value && shown.length === 0 && <p class="meta">{t('noneClosed')}</p>}
      {shown.length > 0 && (
        <HelpRows label={t('closed')} requests={shown} me={id} current={chosen} />
      )}
      <MorePages list={read} read={readClosed} />
    </section>
  );
}

function scrollToIt(): void {
  document.getElementById('closed')?.scrollIntoView();
}
