import { effect } from '@preact/signals';
import { expired, owner, startSession } from '../api/session';
import { wipeUnused } from '../cache/shelf';
import { followArrivals } from './delivered';
import { sendNow, wakeUp } from './sender';
import { watch } from './watch';

let started = false;

/** Called once when the app opens. iOS has no Background Sync: every way back in is a trigger. */
export function start(): void {
  if (started) return;
  started = true;
  startSession();
  followArrivals();
  watch();
  effect(() => {
    if (owner.value && !expired.value) void sendNow();
  });
  addEventListener('online', () => void wakeUp());
  addEventListener('pageshow', () => void wakeUp());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void wakeUp();
  });
  void wipeUnused();
}
