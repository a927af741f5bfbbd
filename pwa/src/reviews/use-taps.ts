/** While a review is open and talked through, the taps of the others arrive by themselves. */
import { useEffect } from 'preact/hooks';
import { LISTS, readTaps, reviewRead } from './remote';
import type { Review, Taps } from './wire';
import { refresh } from '../kit/cache';

const A_FEW_SECONDS = 4_000;

export function useTaps({ id }: Review): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void lookOnce(id);
    };
    const timer = setInterval(look, A_FEW_SECONDS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id]);
}

/** The whole review is read again only when a tap or the list changed: each such reading is listed to its owner. */
async function lookOnce(id: string): Promise<void> {
  const taps = await readTaps(id).catch(() => null); // without a network the page waits on
  const shown = reviewRead(id);
  if (!taps || !shown.value || sameTaps(taps, shown.value)) return;
  await Promise.all([shown.reload(), refresh(LISTS)]);
}

export function sameTaps(taps: Taps, review: Taps): boolean {
  const told = ({ promises_version, agreed_at, agreements }: Taps) =>
    [promises_version, agreed_at, ...agreements.map(({ person }) => person.id).sort()].join();
  return told(taps) === told(review);
}
