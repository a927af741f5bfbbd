import { useEffect, useState } from 'preact/hooks';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { clock } from '../kit/ui/icons';
import { clockDraft, left, MINUTES } from './interviews';
import { t } from './words-of-interviews';

const TICK_MS = 500;

/** Fifteen minutes for both, said aloud once a minute; half-way the seats change. It never turns red. */
export function InterviewClock({ id }: { id: string }) {
  const began = useDraft<{ at: number | null }>(clockDraft(id), { at: null });
  const at = began.value.value.at;
  const start = () => (began.value.value = { at: Date.now() });
  return (
    <Card>
      <h2>{t('talk')}</h2>
      <p class="meta">{t('talkWhy')}</p>
      {at !== null && <Running at={at} />}
      <Button
        {...(at === null ? { look: 'main' } : { look: 'quiet' })}
        icon={clock}
        onClick={start}
      >
        {t(at === null ? 'start' : 'again')}
      </Button>
    </Card>
  );
}

/** By the clock on the wall, not by counting ticks: a sleeping phone misses ticks. */
function Running({ at }: { at: number }) {
  const [seconds, setSeconds] = useState(() => left(at, Date.now()));
  useEffect(() => {
    const look = () => setSeconds(left(at, Date.now()));
    look();
    const timer = setInterval(look, TICK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [at]);
  const minutes = Math.ceil(seconds / 60);
  const isSecondHalf = seconds <= (MINUTES * 60) / 2;
  return (
    <>
      <p class="clock" role="timer" aria-label={t('left', { n: minutes })}>
        {`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}
      </p>
      <p role="status">
        {seconds === 0 ? t('over') : isSecondHalf ? t('half') : t('left', { n: minutes })}
      </p>
    </>
  );
}
