import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { goal as goalIcon } from '../kit/ui/icons';
import { useTitle } from '../kit/ui/Page';
import { Note } from '../kit/ui/Tag';
import { languageOf, Ours, Said, Talk } from '../kit/ui/Talk';
import { useBrief } from './brief';
import type { LineForm } from './lines';
import { backToCover, linesShown } from './round';
import { Seat } from './Seat';
import type { Table } from './use-round';
import { t } from './words-of-round';
import { sourceOf } from './line-source';

/** More than three pairs are not read in a minute, and last round's change takes the room of one. */
const pairsInBrief = (lastTime?: string) => (lastTime ? 2 : 3);

/** The rep's minute before the boss gets the phone: what to reach, and what to answer. */
export function RepCard({ play, step, tonight }: Table) {
  const lines = linesShown(play);
  const { rep, boss } = play.seats;
  const lastTime = tonight.value.value.drill?.changes[rep.id];
  const most = pairsInBrief(lastTime);
  const { within, lines: room, brief, toggle } = useBrief<HTMLElement>(lines.length > most);
  return (
    <>
      <Seat seat="rep" round={play.number} />
      <main class="rep" ref={within} data-lines={room}>
        <Card as="article" glance>
          <div>
            <div class="row">
              <p class="meta grow">{t('wantsTo')}</p>
              {toggle}
            </div>
            <Aim play={play} brief={brief} />
          </div>
          {lines.slice(0, brief ? most : lines.length).map((line) => (
            <Exchange key={line.id} line={line} brief={brief} />
          ))}
        </Card>
        {lastTime && (
          <Note icon={goalIcon}>
            <span class={brief ? 'brief' : undefined}>{t('lastTime', { change: lastTime })}</span>
          </Note>
        )}
      </main>
      <footer class="dock rep">
        <Button look="main" onClick={() => step(backToCover(play))}>
          {t('handOver', { name: callName(boss) })}
        </Button>
      </footer>
    </>
  );
}

function Aim({ play, brief }: Pick<Table, 'play'> & { brief: boolean }) {
  const heading = useTitle(t('youAreRep'));
  const { goal, fall_back } = play.sheet;
  const wanted = goal || t('noGoal', { client: play.client.name });
  const short = brief ? 'brief' : '';
  return (
    <>
      <h1 ref={heading} tabIndex={-1} class={short} lang={languageOf(wanted)}>
        {wanted}
      </h1>
      {fall_back && <p class={`meta ${short}`}>{t('elseSettle', { fallBack: fall_back })}</p>}
    </>
  );
}

function Exchange({ line, brief }: { line: LineForm; brief: boolean }) {
  const { words, answer } = line;
  return (
    <Talk>
      <Said brief={brief} lang={languageOf(words)}>
        {words}
      </Said>
      {answer.trim() ? (
        <Ours brief={brief} lang={languageOf(answer)}>
          {answer}
        </Ours>
      ) : (
        <p class="meta">{t('noAnswerYet')}</p>
      )}
      <p class="meta">{sourceOf(line)}</p>
    </Talk>
  );
}
