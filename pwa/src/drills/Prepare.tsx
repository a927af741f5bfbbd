import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { saveSheet } from '../clients/actions';
import { sheetLane } from '../clients/lanes';
import {
  answersReady,
  contentOf,
  emptySheet,
  missingIn,
  PARTS,
  unfinished,
} from '../clients/sheet';
import { playbookRead, sheetRead } from '../clients/remote';
import { useSheetDraft } from '../clients/sheet-draft';
import { SheetForm } from '../clients/SheetForm';
import type { SheetContent } from '../clients/wire';
import { t as ts } from '../clients/words-of-sheet';
import { dayOf } from '../kit/i18n/format';
import { pending, ready } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { check, play, sheet as sheetIcon } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note, Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { late } from '../late';
import { ReadNote } from '../people/ReadNote';
import { deckAtHand } from './deck';
import { roundMinutes } from './minutes';
import { HowSure } from './HowSure';
import { NotInDeck } from './NotInDeck';
import { deck, readEveningAhead } from './remote';
import type { SheetToPlay } from './round';
import { sheetToPlay } from './sheet-to-play';
import { unsentOfDeck } from './unsent';
import { useNextNumber } from './seats-now';
import { whenOf } from './when';
import { Why } from './Why';
import type { DeckItem } from './wire';
import { t as tc } from './words';
import { t } from './words-of-prepare';

const Nothing = () => null;
/** Welcome, and not needed to begin. */
const CasesAhead = late(
  () => import('../shares/CasesAhead').catch(() => ({ default: Nothing })),
  Nothing,
);

/** Four short answers, and the round begins: the sheet of tomorrow's client. */
export default function Prepare() {
  const id = useRoute().params['card'] ?? '';
  useEffect(() => {
    if (!deck().value) void readEveningAhead();
  }, []);
  const { cards } = deckAtHand(deck().value, unsentOfDeck(), dayOf());
  const card = cards.find((one) => one.id === id);
  if (card) return <PrepareCard key={id} card={card} />;
  return (
    <Page title={tc('title')} back="/evening">
      {ready.value && (deck().value || deck().error) ? <NotInDeck /> : <Skeleton rows={4} />}
    </Page>
  );
}

/** Waits for the sheet, so that nobody writes over what was not read yet. */
function PrepareCard({ card }: { card: DeckItem }) {
  const read = sheetRead(card.client.id);
  const unsent = pending(sheetLane(card.client.id));
  useEffect(() => {
    if (!read.value) void read.reload();
  }, [read]);
  const written = sheetToPlay(read.value, unsent);
  const isUnbegun = !card.unread && card.sheet.version === 0;
  if (written || read.value || isUnbegun) {
    return <Writing card={card} written={written} base={read.value?.version ?? 0} />;
  }
  return (
    <Page title={card.client.name} back="/evening">
      <ReadNote of={read} />
      {!read.error && <Skeleton rows={4} />}
    </Page>
  );
}

interface WritingProps {
  card: DeckItem;
  written: SheetToPlay | null;
  base: number;
}

function Writing({ card, written, base }: WritingProps) {
  const { client } = card;
  const stored = written ? contentOf(written) : emptySheet();
  const draft = useSheetDraft(client.id, stored, base);
  const answers = answersReady(draft.sheet);
  const { problem, save } = useSaving(card, draft, stored);
  const n = useNextNumber();
  const isReady = answers === PARTS.length;
  return (
    <Page
      title={client.name}
      meta={t('prepareMeta', { when: whenOf(card) })}
      back="/evening"
      actions={
        <Tag tone={isReady ? 'ok' : undefined} icon={isReady ? check : undefined}>
          {isReady ? tc('sheetReady') : tc('sheetSome', { n: answers })}
        </Tag>
      }
      dock={
        <>
          {problem && (
            <Note role="alert" icon={sheetIcon}>
              {problem}
            </Note>
          )}
          {card.visit && <HowSure visit={card.visit.id} />}
          <div class="row">
            {card.visit && <CasesAhead visit={card.visit.id} />}
            <Button look="main" grow icon={isReady ? play : check} onClick={save}>
              {isReady
                ? t('startRound', { n, length: t('minutes', { n: roundMinutes() }) })
                : t('saveOnly', { n: answers })}
            </Button>
          </div>
        </>
      }
    >
      <Why card={card} />
      <SheetForm
        key={draft.turn}
        sheet={draft.sheet}
        onChange={draft.write}
        playbook={playbookRead().value}
        heard={card.heard}
      />
    </Page>
  );
}

/** Keeps what has changed, then goes on: with four answers to the round, else back to the cards. */
function useSaving(
  { id, client }: DeckItem,
  draft: ReturnType<typeof useSheetDraft>,
  stored: SheetContent,
) {
  const { route } = useLocation();
  const [problem, setProblem] = useState<string | null>(null);
  const { sheet, base } = draft;
  const missing = missingIn(sheet);
  const open = t('stillOpen', { parts: missing.map((part) => ts(part)).join(' · ') });
  const save = async () => {
    const isChanged = JSON.stringify(sheet) !== JSON.stringify(stored);
    const half = unfinished(sheet);
    if (half) {
      setProblem(ts(UNFINISHED[half]));
      return;
    }
    if (!isChanged && missing.length > 0) {
      setProblem(open);
      return;
    }
    try {
      if (isChanged) await saveSheet(client, sheet, base);
    } catch {
      setProblem(tc('cannotSave'));
      return;
    }
    if (missing.length > 0) say(`${t('kept')} ${open}`);
    route(missing.length > 0 ? '/evening' : `/evening/round/${id}`);
  };
  return { problem, save };
}

const UNFINISHED = {
  objections: 'objectionUnfinished',
  competitors: 'competitorUnfinished',
} as const;
