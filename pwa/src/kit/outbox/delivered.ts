import { signal } from '@preact/signals';
import { owner as ownerNow } from '../api/person';
import { outdateReadings } from '../cache';
import type { Item } from './item';

/** Called with the item that arrived and the row the server answered with, in every tab. */
export type Arrived = (item: Item, row: unknown) => unknown;

/** Arrived, but the screens have not read it back yet: shown until they have, so nothing flickers. */
export const justLanded = signal<readonly Item[]>([]);

const listeners = new Map<string, Set<Arrived>>();
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('alongside-arrived') : null;

/** Lets a screen refresh what it shows; what `arrived` returns is waited for before it lets go. */
export function onDelivered(kind: string, arrived: Arrived): () => void {
  const group = listeners.get(kind) ?? new Set();
  listeners.set(kind, group.add(arrived));
  return () => group.delete(arrived);
}

export function landed(item: Item, row: unknown): void {
  tabs?.postMessage({ item, row });
  tell(item, row);
}

export function followArrivals(): void {
  tabs?.addEventListener('message', (event: MessageEvent<{ item: Item; row: unknown }>) => {
    const { item, row } = event.data;
    if (item.owner === ownerNow.peek()) tell(item, row);
  });
}

function tell(item: Item, row: unknown): void {
  outdateReadings();
  justLanded.value = [...justLanded.value, item];
  const told = [...(listeners.get(item.kind) ?? [])].map((arrived) =>
    Promise.resolve().then(() => arrived(item, row)),
  );
  void Promise.allSettled(told).then(() => {
    justLanded.value = justLanded.value.filter((other) => other.id !== item.id);
  });
}
