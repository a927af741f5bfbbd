import { useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { ready } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { openUnsent } from './actions';
import { ofAddress, useClientAtHand, useIsFirst, useVisitTold, type Told } from './at-hand';
import { expectedOf } from './check-in';
import { expectNew } from './known';
import { CheckInSheet } from './CheckInSheet';
import { useRehearsal } from './use-reality';
import { t } from './words';
import { t as tc } from './words-of-check-in';

/** After the visit, not at the door (拜访签到). `?client=` makes it an unplanned one. */
export default function CheckIn() {
  const { params, query } = useRoute();
  const id = params['id'] ?? '';
  if (query['client']) expectNew(id);
  const found = useVisitTold(id);
  const opened = useUnsentOpened(id);
  const clientId = found.told?.visit.client.id ?? query['client'];
  if (clientId && opened) {
    return <AtClient {...{ id, clientId, told: found.told, purpose: query['purpose'] }} />;
  }
  if (found.told || found.why === 'loading') return <Waiting />;
  return (
    <Page title={tc('title')} back="/">
      <Absent why={found.why} />
    </Page>
  );
}

function Waiting() {
  return (
    <Page title={tc('title')} back="/">
      <Skeleton />
    </Page>
  );
}

interface AtClientProps {
  id: string;
  clientId: string;
  told: Told | null;
  purpose: string | undefined;
}

function AtClient({ id, clientId, told, purpose }: AtClientProps) {
  const { name, contacts, isComing } = useClientAtHand(clientId);
  const isFirst = useIsFirst(clientId, id, told === null);
  const { visit, day } = told ?? ofAddress(id, { id: clientId, name }, { asked: purpose, isFirst });
  const rehearsal = useRehearsal(id, day, visit.checkIn !== null);
  if (!visit.client.name && isComing) return <Waiting />;
  if (!rehearsal) return <Waiting />;
  const contact = visit.contact ?? expectedOf(contacts);
  // What was told elsewhere in the meantime is opened as it stands, never written over.
  const key = visit.checkIn ? 'again' : 'first';
  return <CheckInSheet key={key} visit={{ ...visit, contact }} {...{ rehearsal, contacts }} />;
}

/** The form opens with what waits to be sent; until that was looked up it does not open. */
function useUnsentOpened(id: string): boolean {
  const [opened, setOpened] = useState(false);
  const looked = ready.value;
  useEffect(() => {
    if (looked && !opened) void openUnsent(id).then(() => setOpened(true));
  }, [id, looked, opened]);
  return opened;
}

function Absent({ why }: { why: 'not-here' | 'no-answer' }) {
  if (why === 'not-here') {
    return (
      <Empty title={t('notFound')} action={<LinkButton href="/">{t('back')}</LinkButton>}>
        {t('notFoundWhy')}
      </Empty>
    );
  }
  const action = <LinkButton href="/visits/new">{t('checkInUnplanned')}</LinkButton>;
  return (
    <Empty title={t('noAnswer')} action={action}>
      {t('noAnswerWhy')}
    </Empty>
  );
}
