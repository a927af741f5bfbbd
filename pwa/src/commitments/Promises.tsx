/** The ledger 承诺账: what somebody owes, late ones first. Mine can be settled here. */
import { useLocation, useRoute } from 'preact-iso';
import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { clock } from '../kit/ui/icons';
import { backFrom } from '../kit/ui/NavBar';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { late } from '../late';
import { OwedRow, PromisedRow } from './OwedRow';
import { inParts, stillOpen, type OpenPromise } from './promises';
import { linesOf, useLedger, useOpenPromises } from './remote';
import { MoveSheet, SettleSheet } from './SettleSheet';
import { unsentOfPromises } from './unsent';
import type { Ledger, Owed } from './wire';
import { t } from './words';

const OutcomeSheet = late(
  () => import('./OutcomeSheet'),
  () => null,
);

export default function Promises() {
  const { params } = useRoute();
  const person = me.value;
  if (!person) return null;
  const id = params['id'] ?? person.id;
  return id === person.id ? <Mine id={id} /> : <Of id={id} />;
}

function Mine({ id }: { id: string }) {
  const ledger = useLedger(id);
  const open = useOpenPromises();
  const { path, query, route } = useLocation();
  const unsent = unsentOfPromises();
  const promises = stillOpen(open.value?.items ?? [], unsent);
  const toMe = promises.filter(({ to }) => to.id === id);
  const asked = query['promise'];
  const chosen = promises.find((one) => one.id === asked);
  const parts = inParts(ledger.value?.owed ?? [], unsent);
  const nothing = ledger.value && !parts.late.length && !parts.open.length && !toMe.length;
  const leads = me.value?.role !== 'rep';
  const close = () => route(path, true);
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back={backFrom('me') ?? '/me'}
      refresh={[ledger, open]}
    >
      <ReadNote of={ledger} />
      {!ledger.value && !ledger.error && <Skeleton />}
      {nothing && <Empty title={t('empty')}>{t('emptyWhy')}</Empty>}
      <div class={parts.late.length + parts.open.length > 0 ? 'stack split half' : 'stack'}>
        <div class="stack">
          <Part title={t(leads ? 'late' : 'lateOwn')} owed={parts.late} isHelper={leads} mine />
          <Part title={t('open')} owed={parts.open} isHelper={leads} mine />
        </div>
        <div class="stack">
          <ToMe promises={toMe} />
          <Part title={t('missed')} owed={parts.missed} isHelper />
          <Part title={t('done')} owed={parts.done} isHelper={leads} mine />
          <MorePages {...linesOf(ledger, id)} />
        </div>
      </div>
      {chosen && 'move' in query && <MoveSheet promise={chosen} onClose={close} />}
      {!chosen && asked && open.value && <OutcomeSheet id={asked} onClose={close} />}
      {chosen && !('move' in query) && (
        <SettleSheet
          promise={chosen}
          moveHref={`${path}?promise=${chosen.id}&move`}
          onClose={close}
        />
      )}
    </Page>
  );
}

function ToMe({ promises }: { promises: readonly OpenPromise[] }) {
  if (promises.length === 0) return null;
  return (
    <section>
      <h2>{t('toYou')}</h2>
      <Rows label={t('toYou')}>
        {promises.map((one) => (
          <PromisedRow key={one.id} promise={one} />
        ))}
      </Rows>
    </section>
  );
}

function Of({ id }: { id: string }) {
  const ledger = useLedger(id);
  const { value } = ledger;
  const name = value ? fullName(value.person) : '';
  const parts = inParts(value?.owed ?? [], []);
  const isHelper = value?.reading === 'as_team';
  const { path, query, route } = useLocation();
  const asked = query['promise'];
  return (
    <Page
      title={value ? t('titleOf', { name }) : t('title')}
      meta={value && t('metaOf', { name })}
      back="/me"
      refresh={[ledger]}
    >
      <ReadNote of={ledger} />
      {!value && !ledger.error && <Skeleton />}
      {value && isLateForMe(value) && (
        <Note tone="wait" icon={clock}>
          {t('lateNote', { name })}
        </Note>
      )}
      {value && value.owed.length === 0 && <Counts of={value} />}
      <Part title={t(isHelper ? 'late' : 'lateOwn')} owed={parts.late} isHelper={isHelper} />
      <Part title={t('open')} owed={parts.open} isHelper={isHelper} />
      <Part title={t('missed')} owed={parts.missed} isHelper />
      <Part title={t('done')} owed={parts.done} isHelper={isHelper} />
      <MorePages {...linesOf(ledger, id)} />
      {asked && <OutcomeSheet id={asked} onClose={() => route(path, true)} />}
    </Page>
  );
}

/** A region reads how much, and not what; for everybody else an empty ledger is empty. */
function Counts({ of: { counts } }: { of: Ledger }) {
  const { late, open, missed, done } = counts;
  if (late + open + missed + done === 0) return <Empty title={t('emptyOf')} />;
  return <Empty title={t('counts', { late, open, missed, done })}>{t('countsWhy')}</Empty>;
}

/** Something that was promised to me has passed its day. */
function isLateForMe({ owed }: Ledger): boolean {
  return owed.some(({ late, done_at, to }) => late && !done_at && to?.id === me.value?.id);
}

interface PartProps {
  title: string;
  owed: readonly Owed[];
  /** Only what a helper owes is shown as late. */
  isHelper?: boolean;
  mine?: boolean;
}

function Part({ title, owed, isHelper = false, mine = false }: PartProps) {
  const { path } = useLocation();
  if (owed.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Rows label={title}>
        {owed.map((one) => (
          <OwedRow
            key={`${one.kind}${one.id}${one.done_at}`}
            owed={one}
            isHelper={isHelper}
            mine={mine}
            ledger={path}
          />
        ))}
      </Rows>
    </section>
  );
}
