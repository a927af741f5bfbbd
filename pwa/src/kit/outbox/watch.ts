import { batch, computed, signal } from '@preact/signals';
import { owner as ownerNow } from '../api/person';
import { onItemsChanged } from './changes';
import { read } from './db';
import { justLanded } from './delivered';
import type { Item } from './item';
import { dayOf } from '../i18n/format';

/** Somebody else's unsent items on this phone: how many and whose, never what is in them. */
export interface Other {
  owner: string;
  name: string;
  count: number;
}

/** Unsent items of the person of this phone, in order. Kept in step with the other tabs. */
export const items = signal<readonly Item[]>([]);
/** False until the phone was asked; before that an empty list means nothing. */
export const ready = signal(false);
export const others = signal<readonly Other[]>([]);
export const deliveredToday = signal(0);
/** This phone refuses to keep anything (private mode, full storage): say so. */
export const cannotKeep = signal(false);
export const waiting = computed(() => items.value.length);

/** Unsent records of a lane, for showing them as if they were stored. Reactive. */
export function pending(lane: string): Item[] {
  return shown.value.filter((item) => item.lane === lane);
}

/** Unsent records of a kind, over all lanes. Reactive. */
export function pendingOf(kind: string): Item[] {
  return shown.value.filter((item) => item.kind === kind);
}

/** Keeps the signals in step with the person and the phone; returns the way to stop. */
export function watch(): () => void {
  let looks = 0;
  /** Whatever an older look brings is out of date. */
  let newest = 0;
  const look = async () => {
    const turn = (looks += 1);
    const found = await lookAt(ownerNow.peek() ?? '');
    if (turn < newest) return;
    newest = turn;
    show(found);
  };
  const stopAsking = ownerNow.subscribe(() => {
    forget();
    newest = looks + 1;
    void look();
  });
  const stopHearing = onItemsChanged(look);
  return () => {
    stopAsking();
    stopHearing();
    newest = Infinity;
  };
}

const shown = computed(() => {
  const landed = justLanded.value.filter((item) => item.owner === ownerNow.value);
  const known = new Set(landed.map((item) => item.id));
  return [...landed, ...items.value.filter((item) => !known.has(item.id))];
});

/** At once, before anything is read: the next person must not see the last one's. */
function forget(): void {
  items.value = [];
  ready.value = false;
  deliveredToday.value = 0;
}

interface Found {
  mine: Item[];
  others: Other[];
  today: number;
}

/** Null when this phone does not even let us look. */
function lookAt(owner: string): Promise<Found | null> {
  return read(['items', 'tallies'], async (tx) => {
    const [all, tally] = await Promise.all([
      tx.objectStore('items').index('place').getAll(),
      tx.objectStore('tallies').get([owner, dayOf()]),
    ]);
    const mine = all.filter((item) => item.owner === owner);
    const theirs = all.filter((item) => item.owner !== owner);
    return { mine, others: countByOwner(theirs), today: tally?.count ?? 0 };
  }).catch(() => null);
}

function show(found: Found | null): void {
  batch(() => {
    cannotKeep.value = found === null;
    if (!found) return;
    items.value = found.mine;
    others.value = found.others;
    deliveredToday.value = found.today;
    ready.value = true;
  });
}

function countByOwner(items: Item[]): Other[] {
  const found = new Map<string, Other>();
  for (const { owner, ownerName } of items) {
    const count = (found.get(owner)?.count ?? 0) + 1;
    found.set(owner, { owner, name: ownerName, count });
  }
  return [...found.values()];
}
