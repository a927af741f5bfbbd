import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { bag, goal as goalIcon } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { useTitle } from '../kit/ui/Page';
import { Note } from '../kit/ui/Tag';
import { languageOf, Ours, Said, Talk } from '../kit/ui/Talk';
import { StandingClock } from './Clock';
import { backToCover, type LineForm } from './round';
import type { Table } from './use-round';
import { t } from './words-of-round';

/** The rep's minute before the boss gets the phone: what to reach, and what to answer. */
export function RepCard({ play, step, tonight }: Table) {
  const heading = useTitle(t('youAreRep'));
  const { goal, fall_back } = play.sheet;
  const { rep, boss } = play.seats;
  const lastTime = tonight.value.value.drill?.changes[rep.id];
  const wanted = goal || t('noGoal', { client: play.client.name });
  return (
    <>
      <header class="seat rep">
        <div class="row">
          <span class="row grow">
            <Icon of={bag} />
            <strong>{t('youAreRep')}</strong>
          </span>
          <span>{t('round', { n: play.number })}</span>
        </div>
        <StandingClock minutes={play.minutes} />
      </header>
      <main class="rep">
        <Card as="article" glance>
          <div>
            <p class="meta">{t('wantsTo')}</p>
            <h1 ref={heading} tabIndex={-1} lang={languageOf(wanted)}>
              {wanted}
            </h1>
            {fall_back && <p class="meta">{t('elseSettle', { fallBack: fall_back })}</p>}
          </div>
          {play.notes.lines.map((line) => (
            <Exchange key={line.id} line={line} />
          ))}
        </Card>
        {lastTime && <Note icon={goalIcon}>{t('lastTime', { change: lastTime })}</Note>}
      </main>
      <footer class="dock rep">
        <Button look="main" onClick={() => step(backToCover(play))}>
          {t('handOver', { name: callName(boss) })}
        </Button>
      </footer>
    </>
  );
}

function Exchange({ line: { words, answer } }: { line: LineForm }) {
  return (
    <Talk>
      <Said lang={languageOf(words)}>{words}</Said>
      {answer.trim() ? (
        <Ours lang={languageOf(answer)}>{answer}</Ours>
      ) : (
        <p class="meta">{t('noAnswerYet')}</p>
      )}
    </Talk>
  );
}
