import type { ObjectionExpected } from '../clients/wire';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { boss as bossIcon, lock, thanks } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { useTitle } from '../kit/ui/Page';
import { Seg } from '../kit/ui/Seg';
import { Note, Tag } from '../kit/ui/Tag';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { Clock } from './Clock';
import { LeaveRound } from './LeaveRound';
import './drills.css';
import { endPlay, mark, type Heard, type Play } from './round';
import type { Table } from './use-round';
import { useWakeLock } from './wake-lock';
import { t } from './words-of-round';

const STEPS: readonly Heard[] = ['said', 'pressed', 'settled'];

/** What only the boss knows, with the clock above it. */
export function BossCard({ play, step, ...table }: Table) {
  useWakeLock();
  const name = nameOf(play);
  const heading = useTitle(t('youAreTheBoss'));
  const { decider, situation, objections } = play.sheet;
  return (
    <>
      <header class="seat boss">
        <div class="row">
          <span class="row grow">
            <Icon of={bossIcon} />
            <strong>{t('youAreTheBoss')}</strong>
          </span>
          <span>{t('round', { n: play.number })}</span>
          <LeaveRound {...table} />
        </div>
        <Clock play={play} />
      </header>
      <main class="boss">
        <Card as="article">
          <p>
            <Tag tone="ok" icon={lock}>
              {t('bossOnly')}
            </Tag>
          </p>
          <div>
            <h1 ref={heading} tabIndex={-1} lang={languageOf(name)}>
              {name}
            </h1>
            {[decider.text, situation.text].filter(Boolean).map((text) => (
              <p key={text} class="meta brief" lang={languageOf(text)}>
                {text}
              </p>
            ))}
          </div>
          {objections.items.map((objection) => (
            <Pressing
              key={objection.id}
              objection={objection}
              heard={play.marks[objection.id] ?? null}
              onHeard={(heard) => step(mark(play, objection.id, heard))}
            />
          ))}
          <Note icon={thanks}>{whatMoves(play)}</Note>
        </Card>
      </main>
      <footer class="dock boss">
        <Button look="main" onClick={() => step(endPlay(play, new Date()))}>
          {t('donePlaying')}
        </Button>
      </footer>
    </>
  );
}

interface PressingProps {
  objection: ObjectionExpected;
  heard: Heard | null;
  onHeard: (heard: Heard) => unknown;
}

/** In the client's own words; the boss marks how far it went. */
function Pressing({ objection: { id, words }, heard, onHeard }: PressingProps) {
  return (
    <Talk>
      <Said lang={languageOf(words)}>{words}</Said>
      <div class="whole">
        <Seg
          legend={t('markFor', { words })}
          name={`heard-${id}`}
          options={STEPS.map((value) => ({ value, label: t(value) }))}
          value={heard}
          onChange={onHeard}
        />
      </div>
    </Talk>
  );
}

function nameOf({ bossName, client }: Play): string {
  if (!bossName) return t('bossOf', { client: client.name });
  return t('bossAt', { name: bossName, client: client.name });
}

/** Too hard a boss teaches nothing: a good answer must move (domain §2.4). */
function whatMoves({ notes, sheet }: Play): string {
  const answer = notes.lines.find((line) => line.answer.trim())?.answer;
  if (answer) return t('moves', { answer });
  return sheet.objections.items.length > 0 ? t('movesAnyway') : t('noObjection');
}
