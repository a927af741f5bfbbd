/**
 * Records a voice, slice by slice, into the phone. Fetched when somebody speaks for the first time;
 * what the slices become is the outbox's matter.
 */
import { dropTake, keepSlice } from '../outbox';
import { MOST_SECONDS } from './time';

/** The server takes 1000 kB; a browser that ignores the rate asked for is stopped before that. */
const MOST_BYTES = 950_000;
const SLICE_MS = 3_000;
/** A voice is understood well at this rate, and a minute of it goes over a weak network. */
const BITS_A_SECOND = 32_000;
/** Below this nobody has said anything: the button was tapped twice. */
const SHORTEST = 0.7;
const FORMS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

/** Why there is no recording, or no more of it. */
export type Why = 'denied' | 'none' | 'full' | 'unkept' | 'nothing';

export class NoVoice extends Error {
  override readonly name = 'NoVoice';
  readonly why: Why;

  constructor(why: Why) {
    super(why);
    this.why = why;
  }
}

export interface Recording {
  /** Ends it. */
  stop(): void;
  /** Settles when the last slice lies on the phone; rejects with NoVoice. */
  readonly ended: Promise<void>;
  /** Seconds so far. */
  now(): number;
}

/** Asks for the microphone and begins; rejects with NoVoice. */
export async function record(key: string): Promise<Recording> {
  const stream = await microphone();
  await dropTake(key);
  try {
    return begin(key, stream);
  } catch {
    release(stream);
    throw new NoVoice('none');
  }
}

function begin(key: string, stream: MediaStream): Recording {
  const mimeType = FORMS.find((form) => MediaRecorder.isTypeSupported(form));
  const recorder = new MediaRecorder(stream, {
    ...(mimeType && { mimeType }),
    audioBitsPerSecond: BITS_A_SECOND,
  });
  const began = performance.now();
  const now = () => Math.min(MOST_SECONDS, (performance.now() - began) / 1000);
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const limit = setTimeout(stop, MOST_SECONDS * 1000);
  const slices = keepSlices(key, recorder, { now, stop });
  const ended = new Promise<void>((resolve, reject) => {
    // Also when the microphone is taken away: by a call, another app, or the person.
    recorder.addEventListener('stop', () => {
      clearTimeout(limit);
      release(stream);
      slices.all().then(resolve, reject);
    });
  });
  recorder.start(SLICE_MS);
  return { stop, ended, now };
}

type Running = Pick<Recording, 'now' | 'stop'>;

/** Keeps each slice as it comes, one after the other; `all` settles when the last one is kept. */
function keepSlices(key: string, recorder: MediaRecorder, { now, stop }: Running) {
  let kept: Promise<unknown> = Promise.resolve();
  let [count, size, long] = [0, 0, 0];
  recorder.addEventListener('dataavailable', ({ data }) => {
    long = now();
    if (data.size === 0) return;
    const n = count++;
    const type = recorder.mimeType || data.type;
    const told = { n, type, seconds: Math.max(1, Math.round(long)), at: Date.now() };
    size += data.size;
    kept = kept.then(async () => keepSlice(key, { ...told, bytes: await data.arrayBuffer() }));
    // A phone without room: what was kept until then stays.
    kept.catch(stop);
    if (size > MOST_BYTES) stop();
  });
  const all = async () => {
    await kept.catch(() => {
      throw new NoVoice('full');
    });
    if (size > 0 && long >= SHORTEST) return;
    await dropTake(key);
    throw new NoVoice('nothing');
  };
  return { all };
}

async function microphone(): Promise<MediaStream> {
  const devices = (navigator as Partial<Navigator>).mediaDevices;
  if (!devices || !('MediaRecorder' in globalThis)) throw new NoVoice('none');
  const voice = { echoCancellation: true, noiseSuppression: true, channelCount: 1 };
  return devices.getUserMedia({ audio: voice }).catch((error: unknown) => {
    const denied = error instanceof Error && error.name === 'NotAllowedError';
    throw new NoVoice(denied ? 'denied' : 'none');
  });
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
