/** 客户分析: four short answers before a visit or a round, written with or without a network. */
import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { online } from '../kit/api/network';
import { isGone } from '../kit/api/problem';
import { me } from '../kit/api/session';
import { momentInSentence } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { items, pending } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { alert, offline } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { saveSheet } from './actions';
import { AnswersTag } from './AnswersTag';
import { heardIn, heardUnsent, type HeardWords } from './heard';
import { clientLane, sheetLane } from './lanes';
import { isMine } from './owner';
import { sheetWithUnsent, withUnsent } from './pending';
import { clientsRead, useClient, usePlaybook, useSheet, visitsRead } from './remote';
import { answersReady, PARTS, unfinished } from './sheet';
import { useSheetDraft } from './sheet-draft';
import { SheetForm } from './SheetForm';
import { late } from '../late';
import type { ClientCard, ClientRead, SheetContent, SheetRead } from './wire';
import { t } from './words-of-sheet';

const CompetitorNotes = late(
  () => import('./CompetitorNotes'),
  () => null,
);

export default function Sheet() {
  const id = useRoute().params.id ?? '';
  const clientRead = useClient(id);
  const read = useSheet(id);
  const person = me.value;
  const opened = person && withUnsent(clientRead.value, pending(clientLane(id)), person);
  const listed = useListed(id);
  const client = opened ?? (isGone(clientRead.error) ? undefined : listed);
  const first = sheetWithUnsent(read.value, pending(sheetLane(id)), opened?.sheet.version === 0);
  if (client && first) {
    const base = read.value?.version ?? 0;
    return <Writing client={client} first={first} base={base} read={read.value} />;
  }
  return (
    <Page title={t('clientSheet')} back={`/clients/${id}`}>
      {client ? <ReadNote of={read} /> : <ReadNote of={clientRead} />}
      {!read.error && !clientRead.error && <Skeleton rows={4} />}
    </Page>
  );
}

/** Whose sheet it is, where the client itself was never opened on this phone. */
function useListed(id: string): ClientCard | undefined {
  const list = clientsRead();
  useEffect(() => {
    if (!list.value) void list.reload();
  }, [list]);
  return list.value?.items.find((card) => card.id === id);
}

interface Props {
  client: Pick<ClientRead, 'id' | 'name' | 'owner'>;
  first: SheetContent;
  base: number;
  read: SheetRead | undefined;
}

function Writing({ client, first, base, read }: Props) {
  const draft = useSheetDraft(client.id, first, base);
  const { problem, save, forget } = useSaving(client, draft);
  const playbook = usePlaybook().value;
  const write = (sheet: SheetContent) => {
    forget();
    draft.write(sheet);
  };
  return (
    <Page
      title={client.name}
      meta={[t('clientSheet'), authorOf(read)].filter(Boolean).join(' · ')}
      back={`/clients/${client.id}`}
      actions={<AnswersTag ready={answersReady(draft.sheet)} />}
      dock={<Dock problem={problem} onSave={save} />}
    >
      {draft.restored && (
        <Note role="status" action={<Button onClick={draft.startOver}>{t('startOver')}</Button>}>
          {t('restored')}
        </Note>
      )}
      <SheetForm
        key={draft.turn}
        sheet={draft.sheet}
        onChange={write}
        playbook={playbook}
        heard={useHeard(client)}
      />
      <CompetitorNotes client={client.id} />
    </Page>
  );
}

/** Of somebody else's client only what was read already: nobody's visits are opened for this alone. */
function useHeard({ id, owner }: Props['client']): HeardWords[] {
  const visits = visitsRead(id);
  const mine = isMine(owner);
  useEffect(() => {
    if (mine) void visits.reload();
  }, [visits, mine]);
  return [...heardUnsent(id, items.value), ...heardIn(visits.value?.items ?? [])];
}

/** Says what must be mended first; once the sheet lies on the phone it leads back to the client. */
function useSaving(
  client: Props['client'],
  { sheet, base }: { sheet: SheetContent; base: number },
) {
  const { route } = useLocation();
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    const open = unfinished(sheet);
    if (open) {
      setProblem(t(UNFINISHED[open]));
      return;
    }
    try {
      await saveSheet(client, sheet, base);
    } catch {
      setProblem(t('notKept'));
      return;
    }
    const n = answersReady(sheet);
    say(n === PARTS.length ? t('savedReady') : t('saved', { n }));
    route(`/clients/${client.id}`, true);
  };
  return { problem, save, forget: () => setProblem(null) };
}

const UNFINISHED = {
  objections: 'objectionUnfinished',
  competitors: 'competitorUnfinished',
} as const;

function authorOf(read: SheetRead | undefined): string {
  if (!read?.author || !read.updated_at) return '';
  return t('writtenBy', { name: fullName(read.author), when: momentInSentence(read.updated_at) });
}

function Dock({ problem, onSave }: { problem: string | null; onSave: () => unknown }) {
  return (
    <>
      {problem && (
        <Note tone="fault" icon={alert} role="alert">
          {problem}
        </Note>
      )}
      <Button look="main" onClick={onSave}>
        {t('save')}
      </Button>
      {!online.value && (
        <p class="meta row">
          <Icon of={offline} small />
          {t('keptHere')}
        </p>
      )}
    </>
  );
}
