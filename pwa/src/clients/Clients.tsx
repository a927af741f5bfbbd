/** The clients this person looks after, found by name or pinyin initials, also without a network. */
import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { online } from '../kit/api/network';
import { me } from '../kit/api/session';
import { pendingOf } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { Field } from '../kit/ui/Field';
import { plus, tray } from '../kit/ui/icons';
import { useInSight } from '../kit/ui/in-sight';
import { ListButton } from '../kit/ui/ListButton';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { t as tr } from '../people/words-of-reading';
import { matches } from './find';
import { ownerNameOf } from './owner';
import { cardsWithUnsent } from './pending';
import { readClients, useClients } from './remote';
import { useFound } from './search';
import { PARTS } from './sheet';
import type { ClientCard } from './wire';
import { t } from './words';

const SELL = ['rep', 'manager'];

export default function Clients() {
  const list = useClients();
  const [asked, setAsked] = useState('');
  const onServer = useFound(asked, list.value?.next_cursor != null);
  const person = me.value;
  const known = list.value?.items ?? [];
  const all = person ? cardsWithUnsent(known, pendingOf('client'), person) : known;
  const shown = joined(
    all.filter((card) => matches(card, asked)),
    onServer,
  );
  const sells = SELL.includes(person?.role ?? '');
  const chosen = useRoute().params['id'];
  useInSight(chosen, shown.length > 0);
  return (
    <Page title={t('clients')} root="clients" refresh={[list]}>
      {(all.length > 0 || asked) && (
        <Field
          type="search"
          inputMode="search"
          name="asked"
          label={t('find')}
          hint={t('findHint')}
          value={asked}
          onInput={setAsked}
        />
      )}
      {sells && all.length > 0 && <NewClient />}
      <ReadNote of={list} />
      {list.value === undefined && !list.error && all.length === 0 && <Skeleton rows={5} />}
      <CardRows cards={shown} chosen={chosen} />
      {shown.length === 0 && asked && <NotFound asked={asked} sells={sells} />}
      {list.value && all.length === 0 && <NoneYet sells={sells} />}
      {!asked && <MorePages list={list} read={readClients} />}
    </Page>
  );
}

interface CardRowsProps {
  cards: readonly ClientCard[];
  /** The one that stands beside the list on a wide screen. */
  chosen: string | undefined;
}

function CardRows({ cards, chosen }: CardRowsProps) {
  if (cards.length === 0) return null;
  const unsent = new Set(pendingOf('client').map((item) => item.lane));
  return (
    <Rows label={t('clients')}>
      {cards.map((card) => (
        <Row
          key={card.id}
          href={`/clients/${card.id}`}
          current={card.id === chosen}
          title={card.name}
          lang={languageOf(card.name)}
          meta={<About card={card} />}
          after={<Marks card={card} isUnsent={unsent.has(`client:${card.id}`)} />}
        />
      ))}
    </Rows>
  );
}

function About({ card }: { card: ClientCard }) {
  const { owner, boss, district, industry, grade } = card;
  return (
    <>
      {grade && <Tag>{grade}</Tag>}{' '}
      {[ownerNameOf(owner), boss, district, industry].filter(Boolean).join(' · ')}
    </>
  );
}

function Marks({ card, isUnsent }: { card: ClientCard; isUnsent: boolean }) {
  if (isUnsent) return <Tag icon={tray}>{tr('waits')}</Tag>;
  return (
    <Tag tone={card.answers_ready === PARTS.length ? 'ok' : undefined}>
      {t('sheetOf4', { n: card.answers_ready })}
    </Tag>
  );
}

function NewClient() {
  return <ListButton href="/clients/new">{t('newClient')}</ListButton>;
}

function NotFound({ asked, sells }: { asked: string; sells: boolean }) {
  const name = asked.trim();
  const href = `/clients/new?name=${encodeURIComponent(name)}`;
  const action = sells && (
    <LinkButton icon={plus} href={href}>
      {t('newClientCalled', { name })}
    </LinkButton>
  );
  return (
    <Empty title={t('notFound', { asked: name })} action={action}>
      {!online.value && t('notFoundOffline')}
    </Empty>
  );
}

function NoneYet({ sells }: { sells: boolean }) {
  if (!sells) return <Empty title={t('none')}>{t('noneForRole')}</Empty>;
  return (
    <Empty title={t('none')} action={<NewClient />}>
      {t('noneWhy')}
    </Empty>
  );
}

function joined(here: readonly ClientCard[], found: readonly ClientCard[]): ClientCard[] {
  const known = new Set(here.map((card) => card.id));
  return [...here, ...found.filter((card) => !known.has(card.id))];
}
