/** Whether this phone can be woken, and the way there and back. It is asked only when somebody taps. */
import { me } from '../kit/api/session';
import { uuid7 } from '../kit/api/uuid7';
import { lang } from '../kit/i18n/lang';
import { putSubscription, removeSubscription, serverKey } from './remote';

export type PushState = 'on' | 'off' | 'denied' | 'none';

/** Under which id the server knows this browser, and whose it is then. */
const KNOWN = 'alongside.push';

interface Known {
  id: string;
  person: string;
}

export async function pushState(): Promise<PushState> {
  const found = await manager();
  if (!found) return 'none';
  if (Notification.permission === 'denied') return 'denied';
  const subscription = await found.getSubscription();
  return subscription && known()?.person === me.peek()?.id ? 'on' : 'off';
}

/** The browser asks whether it may; whoever says no is not asked again. */
export async function allowPush(): Promise<PushState> {
  const found = await manager();
  if (!found) return 'none';
  if ((await Notification.requestPermission()) !== 'granted') return pushState();
  const key = bytesOf(await serverKey());
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const subscription = await found.subscribe(options);
  const { endpoint = '', keys } = subscription.toJSON();
  const { p256dh = '', auth = '' } = keys ?? {};
  const person = me.peek()?.id ?? '';
  const id = known()?.person === person ? (known()?.id ?? uuid7()) : uuid7();
  await putSubscription(id, { endpoint, keys: { p256dh, auth }, language: lang.peek() });
  localStorage.setItem(KNOWN, JSON.stringify({ id, person } satisfies Known));
  return 'on';
}

export async function stopPush(): Promise<PushState> {
  const id = known()?.id;
  await forgetPush();
  if (id) await removeSubscription(id);
  return 'off';
}

/** This browser wakes nobody any more; the server hears of it from the push service. */
export async function forgetPush(): Promise<void> {
  const subscription = await (await manager())?.getSubscription();
  await subscription?.unsubscribe();
  localStorage.removeItem(KNOWN);
}

/** None without HTTPS, in many browsers of Chinese phones, and on an iPhone outside the home screen. */
async function manager(): Promise<PushManager | null> {
  const able = 'serviceWorker' in navigator && 'Notification' in globalThis;
  const registration = able ? await navigator.serviceWorker.getRegistration() : undefined;
  return registration && 'pushManager' in registration ? registration.pushManager : null;
}

function known(): Known | null {
  const kept = localStorage.getItem(KNOWN);
  return kept ? (JSON.parse(kept) as Known) : null;
}

function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const plain = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
