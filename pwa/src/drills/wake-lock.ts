import { useEffect } from 'preact/hooks';

/**
 * Keeps the screen lit while two people play. The system takes the lock back whenever the page is
 * hidden, so it is asked for again; where it does not exist (insecure address) the screen may dim.
 */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const ask = async () => {
      const locks = (navigator as Partial<Navigator>).wakeLock;
      if (!locks || document.visibilityState !== 'visible') return;
      // Refused when the battery is low: the round goes on with a screen that dims.
      const held = await locks.request('screen').catch(() => null);
      if (over) await held?.release();
      else lock = held;
    };
    const again = () => void ask();
    void ask();
    document.addEventListener('visibilitychange', again);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}
