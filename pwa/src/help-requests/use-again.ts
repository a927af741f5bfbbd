import { useEffect, useRef } from 'preact/hooks';
import { online } from '../kit/api/network';

const EVERY = 30_000;

/** Reads again while somebody waits for a word, and the screen is looked at. */
export function useAgain(reload: () => unknown, waits: boolean): void {
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    if (!waits) return undefined;
    const again = setInterval(() => {
      if (online.peek() && document.visibilityState === 'visible') void latest.current();
    }, EVERY);
    return () => clearInterval(again);
  }, [waits]);
}
