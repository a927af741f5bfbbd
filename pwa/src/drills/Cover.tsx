import { useLocation } from 'preact-iso';
import { online } from '../kit/api/network';
import { callName, fullName } from '../kit/i18n/names';
import { Button, IconButton } from '../kit/ui/Button';
import { close, swap as swapIcon } from '../kit/ui/icons';
import { useTitle } from '../kit/ui/Page';
import { readBossCard, readRepCard, type Play } from './round';
import { swapped } from './seats';
import { startClock } from './start-clock';
import type { Table } from './use-round';
import { t as tb } from './words-of-boss';
import { t } from './words-of-round';

/** Between two seats: fills the screen, and names the one who may turn it. */
export function Cover(table: Table) {
  const { play, step, clear } = table;
  const { boss, rep } = play.seats;
  const { route } = useLocation();
  const heading = useTitle(t('round', { n: play.number }));
  const stop = async () => {
    await clear();
    route('/evening');
  };
  return (
    <div class="cover boss" role="main">
      <div class="row">
        <IconButton
          icon={swapIcon}
          label={t('otherWay')}
          onClick={() => step({ ...play, seats: swapped(play.seats) })}
        />
        <strong class="grow">{t('round', { n: play.number })}</strong>
        <IconButton icon={close} label={t('stop')} onClick={stop} />
      </div>
      <div class="stack">
        <Passing />
        <p>{t('handTo')}</p>
        <h1 ref={heading} tabIndex={-1}>
          {fullName(boss)}
        </h1>
        <p>{t('youAreBoss')}</p>
        <Watching play={play} />
      </div>
      <div class="stack">
        <Button look="main" onClick={() => startClock(table)}>
          {t('turn', { name: callName(boss) })}
        </Button>
        <p>{t('lookAway', { name: callName(rep) })}</p>
        <Beforehand n={play.number} />
        <div class="row wrap">
          <Button look="quiet" grow onClick={() => step(readRepCard(play))}>
            {t('repFirst', { name: callName(rep) })}
          </Button>
          <Button look="quiet" grow onClick={() => step(readBossCard(play))}>
            {tb('setUp', { name: callName(boss) })}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Watching({ play: { seats } }: { play: Play }) {
  if (!seats.observer) return null;
  return <p>{t('watching', { name: callName(seats.observer) })}</p>;
}

/** The first cover says what it can do; later ones say that the round before is kept. */
function Beforehand({ n }: { n: number }) {
  if (n === 1) return <p>{t('noSecret')}</p>;
  return <p role="status">{t(online.value ? 'saved' : 'savedOffline', { n: n - 1 })}</p>;
}

/** The phone goes from one to the other. */
function Passing() {
  return (
    <p>
      <svg class="figures" viewBox="0 0 240 168" aria-hidden="true">
        <path d="M59 74a19 19 0 1 0 38 0a19 19 0 1 0-38 0M36 160v-12a42 42 0 0 1 76-25" />
        <path
          fill="currentColor"
          d="M143 74a19 19 0 1 0 38 0a19 19 0 1 0-38 0M120 160v-12a42 42 0 0 1 84 0v12z"
        />
        <path d="M84 36a46 46 0 0 1 66-6M151 17v14h-14M36 160h168" />
      </svg>
    </p>
  );
}
