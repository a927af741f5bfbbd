import { useEffect, useState } from 'preact/hooks';
import { secondsLeft, type Play } from './round';
import { t } from './words-of-round';

const TICK_MS = 250;

/** Counts down; said aloud once a minute. At zero it says "time", and it never turns red. */
export function Clock({ play }: { play: Play }) {
  const left = useSecondsLeft(play);
  const [minutes, seconds] = [Math.floor(left / 60), left % 60];
  return (
    <>
      <p class="clock" role="timer" aria-label={inWords(minutes, seconds)}>
        {left > 0 ? figures(minutes, seconds) : t('time')}
      </p>
      <p class="hide" role="status">
        {left > 0 ? t('minutesLeft', { n: Math.ceil(left / 60) }) : t('timeSaid')}
      </p>
    </>
  );
}

function figures(minutes: number, seconds: number): string {
  return `${minutes}:${String(seconds).padStart(2, '0')}`;
}

function inWords(minutes: number, seconds: number): string {
  if (minutes + seconds === 0) return t('time');
  const time = [
    minutes > 0 && t('minutes', { n: minutes }),
    seconds > 0 && t('seconds', { n: seconds }),
  ];
  return t('left', { time: time.filter(Boolean).join(' ') });
}

/** By the clock on the wall, not by counting ticks: a sleeping phone misses ticks. */
function useSecondsLeft(play: Play): number {
  const [left, setLeft] = useState(() => secondsLeft(play, new Date()));
  useEffect(() => {
    const look = () => setLeft(secondsLeft(play, new Date()));
    const timer = setInterval(look, TICK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [play]);
  return left;
}
