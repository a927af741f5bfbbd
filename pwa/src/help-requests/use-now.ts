import { useEffect, useState } from 'preact/hooks';

const EVERY = 20_000;

/** The time, as long as a screen shows how much of it is left. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), EVERY);
    return () => clearInterval(tick);
  }, []);
  return now;
}
