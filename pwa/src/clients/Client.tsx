/** One client: the sheet, the people, what was said, what comes next. */
import { useRoute } from 'preact-iso';
import { isGone, NoAnswer } from '../kit/api/problem';
import { me } from '../kit/api/session';
import { money } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { ReadNote } from '../people/ReadNote';
import { useMe } from '../people/me-remote';
import { t as tr } from '../people/words-of-reading';
import { ClientFacts } from './ClientFacts';
import { Deals, Evenings, Heard, Visits } from './ClientHistory';
import { Contacts } from './Contacts';
import { Dock } from './Dock';
import { Glimpse } from './Glimpse';
import { clientLane, sheetLane } from './lanes';
import { isMine, ownerNameOf } from './owner';
import { sheetWithUnsent, withUnsent } from './pending';
import {
  useClient,
  useClients,
  useDealsOf,
  useEveningsOf,
  usePlaybook,
  useSheet,
  useVisitsOf,
} from './remote';
import { SheetSummary } from './SheetSummary';
import type { ClientRead, Visit } from './wire';
import { late } from '../late';
import { t } from './words';

const AskHelp = late(
  () => import('../help-requests/AskHelp'),
  () => null,
);

const CompetitorNotes = late(
  () => import('./CompetitorNotes'),
  () => null,
);

export default function Client() {
  const id = useRoute().params.id ?? '';
  const read = useClient(id);
  const unsent = pending(clientLane(id));
  const visits = useVisitsOf(id).value?.items ?? [];
  const person = me.value;
  const client = person ? withUnsent(read.value, unsent, person) : undefined;
  if (!client) return <NotShown id={id} read={read} />;
  return (
    <Page
      title={client.name}
      meta={<Meta client={client} />}
      back="/clients"
      dock={isMine(client.owner) && <Dock id={id} />}
    >
      {unsent.length > 0 && <Note icon={tray}>{tr('waits')}</Note>}
      {read.value && <ReadNote of={read} />}
      <div class="stack split half">
        <Known client={client} visits={visits} />
        <Ahead client={client} visits={visits} />
      </div>
    </Page>
  );
}

interface Props {
  client: ClientRead;
  visits: readonly Visit[];
}

/** What we know: the sheet, the client's own words, the people. */
function Known({ client, visits }: Props) {
  const read = useSheet(client.id).value;
  const isUnbegun = client.sheet.version === 0;
  const unsent = pending(sheetLane(client.id));
  return (
    <div class="stack">
      <SheetSummary clientId={client.id} sheet={sheetWithUnsent(read, unsent, isUnbegun)} />
      <CompetitorNotes client={client.id} />
      <Heard visits={visits} playbook={usePlaybook().value} />
      <Contacts client={client} />
    </div>
  );
}

/** What comes, what was, and what may come of it. */
function Ahead({ client, visits }: Props) {
  const deals = useDealsOf(client.id).value?.items ?? [];
  const evenings = useEveningsOf(client).value?.items ?? [];
  return (
    <div class="stack">
      <Visits visits={visits} mine={isMine(client.owner)} />
      <Evenings evenings={evenings} />
      <Deals deals={deals} />
      {isMine(client.owner) &&
        deals
          .filter(({ state }) => state === 'open')
          .map(({ id, amount }) => (
            <AskHelp key={id} kind="deal" id={id} client={client} named={money(amount)} />
          ))}
      {isMine(client.owner) && <AskHelp kind="client" id={client.id} client={client} />}
      <ClientFacts client={client} />
    </div>
  );
}

function Meta({ client }: { client: ClientRead }) {
  const grades = useMe().value?.organisation.grades ?? [];
  const grade = grades.find(({ key }) => key === client.grade);
  const owner = ownerNameOf(client.owner);
  return [
    client.grade && [client.grade, grade && inMyLanguage(grade.meaning)].filter(Boolean).join(' '),
    owner && t('ownedBy', { name: owner }),
    client.district,
    client.industry,
  ]
    .filter(Boolean)
    .join(' · ');
}

function NotShown({ id, read }: { id: string; read: ReturnType<typeof useClient> }) {
  const card = useClients().value?.items.find((one) => one.id === id);
  if (card && read.error instanceof NoAnswer) return <Glimpse card={card} />;
  const action = <LinkButton href="/clients">{t('toClients')}</LinkButton>;
  return (
    <Page title={t('clients')} back="/clients">
      {isGone(read.error) ? (
        <Empty title={t('gone')} action={action}>
          {t('goneWhy')}
        </Empty>
      ) : (
        <ReadNote of={read} />
      )}
      {!read.error && <Skeleton />}
    </Page>
  );
}
