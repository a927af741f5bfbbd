import { useLocation } from 'preact-iso';
import { dayOf } from '../kit/i18n/format';
import { ready } from '../kit/outbox';
import { isUnsaid } from '../kit/outbox/item';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { unsentPlan } from './actions';
import { useClientAtHand } from './at-hand';
import { draftOf, draftOfPlan, KINDS } from './kinds';
import { knownVisit } from './known';
import { blankPlan, planOf, planOfStored } from './plan';
import { PlanSheet } from './PlanSheet';
import { useVisit } from './remote';
import type { VisitNew as Sent } from './wire';
import { t } from './words';
import { t as tp } from './words-of-plan';

/** Plans a visit. `?client=` and `?day=` are taken over; `?id=` opens one that exists. */
export default function VisitNew() {
  const { query } = useLocation();
  const { id, client, day = dayOf() } = query;
  if (id) return <PlanAgain key={id} id={id} />;
  if (client) return <PlanAt key={client} clientId={client} day={day} />;
  return <PlanSheet draftKey={draftOfPlan} begin={() => blankPlan(day, null)} />;
}

function PlanAt({ clientId, day }: { clientId: string; day: string }) {
  const { name, isComing } = useClientAtHand(clientId);
  if (isComing) return <Waiting />;
  const client = name ? { id: clientId, name } : null;
  return <PlanSheet draftKey={`${draftOfPlan}:${clientId}`} begin={() => blankPlan(day, client)} />;
}

/** A plan that came back from the outbox, or one the server has. */
function PlanAgain({ id }: { id: string }) {
  const resource = useVisit(id);
  if (!ready.value) return <Waiting />;
  const draftKey = draftOf(KINDS.visit, id);
  const unsent = unsentPlan(id);
  const body = unsent?.body as Sent | undefined;
  if (body && unsent?.method === 'POST') {
    const client = { id: body.client_id, name: unsent.label.client ?? '' };
    const begin = () => planOf(body, client);
    return <PlanSheet draftKey={draftKey} begin={begin} fixed={!isUnsaid(unsent)} />;
  }
  const stored = resource.value ?? knownVisit(id);
  if (stored) {
    const begin = () => planOfStored({ ...stored, ...body });
    return <PlanSheet draftKey={draftKey} begin={begin} version={stored.version} fixed />;
  }
  return resource.error ? <Absent /> : <Waiting />;
}

function Waiting() {
  return (
    <Page title={tp('title')} back="/">
      <Skeleton />
    </Page>
  );
}

function Absent() {
  return (
    <Page title={tp('titleAgain')} back="/">
      <Empty title={t('notFound')} action={<LinkButton href="/">{t('back')}</LinkButton>}>
        {t('notFoundWhy')}
      </Empty>
    </Page>
  );
}
