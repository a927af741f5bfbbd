import { effect, signal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { owner as ownerNow } from '../api/person';
import { read, write, type Draft } from './db';

const KEEP_AFTER = 300;

export interface DraftOf<T> {
  /** Set it with every keystroke; it is on the phone a moment later. */
  value: Signal<T>;
  /** False until the phone was asked whether something was being typed here before. */
  ready: Signal<boolean>;
  restored: Signal<boolean>;
  /** Write what is typed now, without waiting for the pause. */
  keep(): Promise<void>;
  discard(): Promise<void>;
  close(): void;
}

/** What is being typed at this moment, in this tab. */
interface Typing {
  value: Signal<unknown>;
  edits: string | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes what the pause still holds back. */
  flush: () => Promise<void>;
}

const typing = new Map<string, Typing>();

/** Opens the draft of a form: restored when there is one, kept while typing, gone when saved. */
export function openDraft<T>(key: string, initial: T): DraftOf<T> {
  const owner = ownerNow.peek() ?? '';
  const name = `${owner} ${key}`;
  const value = signal(initial);
  const [ready, restored] = [signal(false), signal(false)];
  const flush = async () => {
    if (now.timer !== undefined) await write();
  };
  const now: Typing = { value, edits: null, timer: undefined, flush };
  const before = typing.get(name);
  typing.set(name, now);

  const write = async () => {
    clearTimeout(now.timer);
    now.timer = undefined;
    const same = JSON.stringify(value.peek()) === JSON.stringify(initial);
    if (same) await removeDraft(owner, key);
    else await keepDraft(owner, key, now);
  };
  const stop = onTyping(value, initial, () => {
    // Not put off by the next key: whoever types without a pause loses no more than this.
    now.timer ??= setTimeout(() => void write(), KEEP_AFTER);
  });
  const leave = onLeaving(() => void flush());
  // A form drawn anew must not overtake the last words of the one whose place it takes.
  void Promise.allSettled([before?.flush()])
    .then(() => restore(owner, key, now, initial))
    .then((found) => {
      restored.value = found;
      ready.value = true;
    });

  return {
    value,
    ready,
    restored,
    keep: write,
    discard: async () => {
      value.value = initial;
      restored.value = false;
      now.edits = null;
      await write();
    },
    close: () => {
      void flush();
      stop();
      leave();
      if (typing.get(name) === now) typing.delete(name);
    },
  };
}

/** openDraft for as long as the screen is shown. */
export function useDraft<T>(key: string, initial: T): DraftOf<T> {
  // eslint-disable-next-line react-hooks/exhaustive-deps -- a form begins only once
  const draft = useMemo(() => openDraft(key, initial), [key]);
  useEffect(() => () => draft.close(), [draft]);
  return draft;
}

/** For saving: what stands in the form. Nothing more is written after it unless somebody types. */
export async function takeDraft(owner: string, key: string) {
  const now = typing.get(`${owner} ${key}`);
  if (now) {
    clearTimeout(now.timer);
    now.timer = undefined;
    return { form: now.value.peek(), edits: now.edits };
  }
  const kept = await draftOf(owner, key);
  return { form: kept?.value ?? null, edits: kept?.edits ?? null };
}

/** After saving: what is typed from now on is a new draft and corrects nothing. */
export function draftSaved(owner: string, key: string): void {
  const now = typing.get(`${owner} ${key}`);
  if (now) now.edits = null;
}

/** When saving failed: the text goes back to the phone as a draft. */
export async function giveDraftBack(owner: string, key: string): Promise<void> {
  const now = typing.get(`${owner} ${key}`);
  if (now) await keepDraft(owner, key, now);
}

async function restore(owner: string, key: string, now: Typing, initial: unknown) {
  const kept = await draftOf(owner, key);
  if (!kept) return false;
  now.edits = kept.edits;
  // Somebody who types faster than the phone reads has decided already.
  if (now.value.peek() !== initial) return false;
  now.value.value = kept.value;
  return true;
}

function draftOf(owner: string, key: string): Promise<Draft | undefined> {
  return read(['drafts'], (tx) => tx.objectStore('drafts').get([owner, key]));
}

async function keepDraft(owner: string, key: string, { value, edits }: Typing): Promise<void> {
  const draft = { owner, key, value: value.peek(), at: Date.now(), edits };
  await write(['drafts'], (tx) => {
    const put = tx.objectStore('drafts').put(draft);
    // At once: a page that is just being left does not live to hear that the put succeeded.
    tx.commit();
    return put;
  });
}

function removeDraft(owner: string, key: string): Promise<void> {
  return write(['drafts'], (tx) => tx.objectStore('drafts').delete([owner, key]));
}

function onTyping(value: Signal, initial: unknown, typed: () => void): () => void {
  let last = initial;
  return effect(() => {
    if (value.value === last) return;
    last = value.value;
    typed();
  });
}

/** A phone kills a page without asking: hidden may be the last that is heard of it. */
function onLeaving(flush: () => void): () => void {
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  return () => {
    removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', flush);
  };
}
