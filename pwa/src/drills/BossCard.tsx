import { classes } from '../kit/ui/classes';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { lock, thanks } from '../kit/ui/icons';
import { useTitle } from '../kit/ui/Page';
import { Seg } from '../kit/ui/Seg';
import { Note, Tag } from '../kit/ui/Tag';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { whatMovesIn, type BossSays } from './boss-card';
import { bossName, moodInWords } from './boss-words';
import { useBrief } from './brief';
import { Clock } from './Clock';
import { LeaveRound } from './LeaveRound';
import { endPlay, mark, type Play } from './round';
import { Seat } from './Seat';
import type { Table } from './use-round';
import { useWakeLock } from './wake-lock';
import type { Pressed } from './wire';
import { t } from './words-of-boss';
import { t as tr } from './words-of-round';

const STEPS: readonly Pressed[] = ['said', 'pressed', 'settled'];

/** What only the boss knows, with the clock above it. */
export function BossCard({ play, step, ...table }: Table) {
  useWakeLock();
  const { within, lines, brief, toggle } = useBrief<HTMLElement>();
  const { objections } = play.bossCard;
  return (
    <>
      <Seat seat="boss" round={play.number} action={<LeaveRound {...table} />}>
        <Clock play={play} />
      </Seat>
      <main class="boss" ref={within} data-lines={lines}>
        <Card as="article">
          <div class="row">
            <span class="grow">
              <Tag tone="ok" icon={lock}>
                {t('bossOnly')}
              </Tag>
            </span>
            {toggle}
          </div>
          <WhoHeIs play={play} brief={brief} />
          {objections.map((said) => (
            <Pressing
              key={said.id}
              said={said}
              brief={brief}
              pressed={play.marks[said.id] ?? null}
              onPress={(pressed) => step(mark(play, said.id, pressed))}
            />
          ))}
          {objections.length === 0 && <p>{t('noObjection')}</p>}
          <Note icon={thanks}>
            <span class={brief ? 'brief' : undefined}>
              {t('moves', { answer: whatMovesIn(play.bossCard) })}
            </span>
          </Note>
        </Card>
      </main>
      <footer class="dock boss">
        <Button look="main" onClick={() => step(endPlay(play, new Date()))}>
          {tr('donePlaying')}
        </Button>
      </footer>
    </>
  );
}

/** His day at a glance; in full also what the sheet knows of him. */
function WhoHeIs({ play, brief }: { play: Play; brief: boolean }) {
  const name = bossName(play);
  const heading = useTitle(t('youAreTheBoss'));
  const { decider, situation } = play.sheet;
  const more = brief ? [] : [decider.text, situation.text];
  return (
    <div>
      <h1
        ref={heading}
        tabIndex={-1}
        class={brief ? 'brief one' : undefined}
        lang={languageOf(name)}
      >
        {name}
      </h1>
      {[moodInWords(play.bossCard), ...more].filter(Boolean).map((text) => (
        <p key={text} class={classes('meta', brief && 'brief')} lang={languageOf(text)}>
          {text}
        </p>
      ))}
    </div>
  );
}

interface PressingProps {
  said: BossSays;
  brief: boolean;
  pressed: Pressed | null;
  onPress: (pressed: Pressed) => unknown;
}

/** In the client's own words; the boss marks how far it went. */
function Pressing({ said: { id, words }, brief, pressed, onPress }: PressingProps) {
  return (
    <Talk>
      <Said brief={brief} lang={languageOf(words)}>
        {words}
      </Said>
      <div class="whole">
        <Seg
          legend={t('markFor', { words })}
          name={`heard-${id}`}
          options={STEPS.map((value) => ({ value, label: t(value) }))}
          value={pressed}
          onChange={onPress}
        />
      </div>
    </Talk>
  );
}
