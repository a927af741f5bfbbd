import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isGone, NoAnswer } from '../api/problem';
import { owner as ownerNow } from '../api/person';
import { expired, hasLeft } from '../api/session';
import { drop, putUp, takeDown } from './shelf';

/** How long a screen waits for the network before it shows what it knew. */
const PATIENCE = 1_500;

interface State<T> {
  value: T | undefined;
  /** When the value was read from the server. */
  at: number | null;
  /** The value is an older one: no network, or the answer is still on its way. */
  stale: boolean;
  loading: boolean;
  error: Error | null;
}

/** Something read from the server and remembered on this phone. Its fields are reactive. */
export interface Resource<T> extends Readonly<State<T>> {
  reload(): Promise<void>;
  /** The same after something was written: a reading already on its way may not know of it. */
  again(): Promise<void>;
  /** Shows and remembers a change at once, as when an answer brought the new row. */
  change(how: (value: T) => T): Promise<void>;
}

type Load<T> = () => Promise<T>;

const known = new Map<string, Shared<unknown>>();
const NOTHING = { value: undefined, at: null, stale: false };

/** The one resource of this key, for the person of this phone. Reads nothing until reload(). */
export function remember<T>(key: string, load: Load<T>): Resource<T> {
  const owner = ownerNow.peek() ?? '';
  const name = `${owner} ${key}`;
  const found = known.get(name) as Shared<T> | undefined;
  if (found) return found;
  const made = new Shared(owner, key, load);
  known.set(name, made);
  return made;
}

/** What a screen reads: refreshed whenever the screen opens, shared with others of the same key. */
export function useResource<T>(key: string, load: Load<T>): Resource<T> {
  const shared = remember(key, load);
  useEffect(() => void shared.reload(), [shared]);
  return shared;
}

/** Reads again everything on show whose key begins so: after an item has arrived. */
export async function refresh(prefix: string): Promise<void> {
  const owner = ownerNow.peek() ?? '';
  const touched = [...known].filter(([name]) => name.startsWith(`${owner} ${prefix}`));
  await Promise.all(touched.map(([, shared]) => shared.again()));
}

/** How often something written here has arrived: what was asked before may not know of it. */
let arrivals = 0;

/** Whatever is being read now was asked for before something arrived, so nobody joins it any more. */
export function outdateReadings(): void {
  arrivals += 1;
}

// Somebody else on this phone, or nobody: what was read leaves the memory too.
ownerNow.subscribe(() => known.clear());
// Let out by the company: on the phone it is wiped already, and no screen keeps showing it.
expired.subscribe(() => {
  if (hasLeft()) for (const shared of known.values()) shared.forget();
});

class Shared<T> implements Resource<T> {
  readonly #state = signal<State<T>>({ ...NOTHING, loading: false, error: null });
  readonly #owner: string;
  readonly #key: string;
  readonly #load: Load<T>;
  #asking: Promise<void> | null = null;
  /** The arrivals known when it was asked. */
  #askedAt = 0;

  constructor(owner: string, key: string, load: Load<T>) {
    this.#owner = owner;
    this.#key = key;
    this.#load = load;
  }

  get value() {
    return this.#state.value.value;
  }
  get at() {
    return this.#state.value.at;
  }
  get stale() {
    return this.#state.value.stale;
  }
  get loading() {
    return this.#state.value.loading;
  }
  get error() {
    return this.#state.value.error;
  }

  reload(): Promise<void> {
    if (this.#asking && this.#askedAt !== arrivals) return this.again();
    if (!this.#asking) {
      this.#askedAt = arrivals;
      this.#asking = this.#ask().finally(() => {
        this.#asking = null;
      });
    }
    return this.#asking;
  }

  async again(): Promise<void> {
    await this.#asking;
    await this.reload();
  }

  async change(how: (value: T) => T): Promise<void> {
    const { value } = this.#state.peek();
    if (value === undefined) return;
    const changed = how(value);
    this.#set({ value: changed });
    await putUp(this.#owner, this.#key, changed);
  }

  forget(): void {
    this.#set(NOTHING);
  }

  async #ask(): Promise<void> {
    this.#set({ loading: true });
    const timer = setTimeout(() => void this.#showOld(), navigator.onLine ? PATIENCE : 0);
    try {
      const value = await this.#load();
      if (ownerNow.peek() !== this.#owner) return; // signed out in the meantime: nothing is kept
      this.#set({ value, at: Date.now(), stale: false, error: null, loading: false });
      await putUp(this.#owner, this.#key, value);
    } catch (problem) {
      await this.#failed(problem instanceof Error ? problem : new NoAnswer());
    } finally {
      clearTimeout(timer);
      this.#set({ loading: false });
    }
  }

  /** What was remembered, while the answer is on its way or when there is none. */
  async #showOld(): Promise<void> {
    const kept = this.value === undefined ? await takeDown(this.#owner, this.#key) : undefined;
    const { value, loading } = this.#state.peek();
    if (value !== undefined) this.#set({ stale: loading });
    else if (kept) this.#set({ value: kept.value as T, at: kept.at, stale: true });
  }

  /** The server's no ends what was remembered; silence leaves it on show. */
  async #failed(error: Error): Promise<void> {
    if (isGone(error)) {
      await drop(this.#owner, this.#key);
      this.#set({ error, ...NOTHING });
    } else {
      await this.#showOld();
      this.#set({ error, loading: false });
    }
  }

  #set(part: Partial<State<T>>): void {
    this.#state.value = { ...this.#state.peek(), ...part };
  }
}
