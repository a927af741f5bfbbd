import { signal } from '@preact/signals';

/** What the device believes; a true "online" still proves nothing about our server. */
export const online = signal(navigator.onLine);

addEventListener('online', () => (online.value = true));
addEventListener('offline', () => (online.value = false));
