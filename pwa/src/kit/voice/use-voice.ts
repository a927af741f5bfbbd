import { useEffect, useMemo } from 'preact/hooks';
import { batch, signal, type Signal } from '@preact/signals';
import { dropTake, takeOf, type Take } from '../outbox';
import type { NoVoice, Recording, Why } from './recorder';

/** What a form knows of the recording made in it. */
export interface Voice {
  phase: Signal<'rest' | 'asking' | 'recording'>;
  /** What lies on the phone and is not saved yet, also from before the page was killed. */
  take: Signal<Take | null>;
  /** Of the recording that runs. */
  seconds: Signal<number>;
  why: Signal<Why | null>;
  start: () => Promise<void>;
  /** Ends what runs; answers what there is to save. */
  finish: () => Promise<Take | null>;
  /** Returns the way back. */
  discard: () => Promise<() => Promise<void>>;
  leave: () => void;
}

const TICK_MS = 250;

/** The recording of the form that keeps its draft under this key. */
export function useVoice(key: string): Voice {
  const voice = useMemo(() => openVoice(key), [key]);
  useEffect(() => voice.leave, [voice]);
  return voice;
}

export function openVoice(key: string): Voice {
  const phase: Voice['phase'] = signal('rest');
  const take = signal<Take | null>(null);
  const [seconds, why] = [signal(0), signal<Why | null>(null)];
  let running: Recording | null = null;
  let through: Promise<void> = Promise.resolve();
  /** False from the moment somebody leaves or saves, also while the phone still asks. */
  let wanted = false;

  const look = async () => {
    take.value = await takeOf(key).catch(() => null);
  };
  const speak = async () => {
    const { record } = await import('./recorder');
    const recording = await record(key);
    running = recording;
    // Nobody is listened to who has left while the phone asked for the microphone.
    if (!wanted) recording.stop();
    phase.value = 'recording';
    const tick = setInterval(() => (seconds.value = recording.now()), TICK_MS);
    await recording.ended.finally(() => clearInterval(tick));
  };
  const rest = async (stopped: Why | null) => {
    running = null;
    await look();
    batch(() => {
      why.value = stopped === 'full' && !take.peek() ? 'unkept' : stopped;
      phase.value = 'rest';
    });
  };
  const start = () => {
    if (phase.peek() !== 'rest') return through;
    wanted = true;
    phase.value = 'asking';
    seconds.value = 0;
    why.value = null;
    through = speak()
      .then(() => null, whyOf)
      .then(rest);
    return through;
  };
  void look();
  return {
    phase,
    take,
    seconds,
    why,
    start,
    finish: async () => {
      wanted = false;
      running?.stop();
      if (running) await through;
      return take.peek();
    },
    discard: async () => {
      const back = await dropTake(key);
      await look();
      return async () => {
        await back();
        await look();
      };
    },
    leave: () => {
      wanted = false;
      running?.stop();
    },
  };
}

function whyOf(error: unknown): Why {
  return (error as Partial<NoVoice>).why ?? 'none';
}
