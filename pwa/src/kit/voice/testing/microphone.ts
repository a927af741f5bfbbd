/** A microphone and a recorder that say what a test lets them say, when it lets them. */
import { vi } from 'vitest';

export interface Microphone {
  /** Recorders in the order in which they began. */
  recorders: FakeRecorder[];
  /** Whether the stream is still being listened to. */
  listening: () => boolean;
  /** Set to make the phone refuse: the name of its error. */
  refusal: string | null;
  /** getUserMedia waits for this. */
  asked: Promise<void>;
}

export class FakeRecorder extends EventTarget {
  static isTypeSupported = (type: string) => type === 'audio/mp4';
  state: RecordingState = 'inactive';
  readonly mimeType = 'audio/mp4';
  slice = 0;

  start(slice: number): void {
    this.slice = slice;
    this.state = 'recording';
  }

  /** The browser hands over a piece. */
  speak(words: string): void {
    const data = new Blob([words], { type: this.mimeType });
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }));
  }

  /** Also what a browser does when the microphone is taken away. */
  stop(last = ''): void {
    this.state = 'inactive';
    this.speak(last);
    this.dispatchEvent(new Event('stop'));
  }
}

/** Call it before each test; time is the test's to move. */
export function microphone(): Microphone {
  const tracks: { stop: () => void; live: boolean }[] = [];
  const phone: Microphone = {
    recorders: [],
    listening: () => tracks.some(({ live }) => live),
    refusal: null,
    asked: Promise.resolve(),
  };
  const stream = () => {
    const track = { live: true, stop: () => (track.live = false) };
    tracks.push(track);
    return { getTracks: () => [track] };
  };
  const getUserMedia = async () => {
    await phone.asked;
    if (phone.refusal) throw Object.assign(new Error('no'), { name: phone.refusal });
    return stream();
  };
  class Recorder extends FakeRecorder {
    constructor() {
      super();
      phone.recorders.push(this);
    }
  }
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('MediaRecorder', Recorder);
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
  return phone;
}
