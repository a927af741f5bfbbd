/** Hearing a recording again: from this phone, or from the server, in the name of whoever asks. */
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal, signedIn, type Backend } from '../../people/testing/backend';
import { heard } from '../api/client';
import { Player } from './Player';

const PATH = '/api/v1/visits/1/voice-notes/9';
let server: Backend;
let played: FakeAudio[];

/** What the browser would play; it never ends by itself. */
class FakeAudio extends EventTarget {
  currentTime = 0;
  paused = true;
  /** Of an error with which playing is refused. */
  static refusal: string | null = null;

  constructor() {
    super();
    played.push(this);
  }

  play(): Promise<void> {
    if (FakeAudio.refusal) {
      return Promise.reject(Object.assign(new Error('no'), { name: FakeAudio.refusal }));
    }
    this.paused = false;
    return Promise.resolve();
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
}

beforeEach(async () => {
  server = await signedIn();
  played = [];
  FakeAudio.refusal = null;
  vi.stubGlobal('Audio', FakeAudio);
});

function sound(words = 'said'): () => Promise<Blob> {
  return () => Promise.resolve(new Blob([words], { type: 'audio/webm' }));
}

async function tap(name: string | RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }));
}

describe('a recording', () => {
  it('is played by one tap, tells where it is, and is stopped by the next', async () => {
    render(<Player sound={sound()} seconds={24} />);
    await tap('Listen 0:24');
    await screen.findByRole('button', { name: 'Stop 0:00' });
    const [audio] = played;
    if (audio) audio.currentTime = 7.4;
    audio?.dispatchEvent(new Event('timeupdate'));
    await tap('Stop 0:07');
    expect(await screen.findByRole('button', { name: 'Listen 0:24' })).toBeTruthy();
    expect(audio?.paused).toBe(true);
  });

  it('is at rest again when it has ended, and begins anew without being fetched twice', async () => {
    const fetched = vi.fn(sound());
    render(<Player sound={fetched} seconds={24} />);
    await tap('Listen 0:24');
    await screen.findByRole('button', { name: /^Stop/ });
    played[0]?.dispatchEvent(new Event('ended'));
    await tap('Listen 0:24');
    await screen.findByRole('button', { name: /^Stop/ });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('stops when another one begins, and when its screen is left', async () => {
    const screens = render(
      <>
        <Player sound={sound()} seconds={1} named="Monday" />
        <Player sound={sound()} seconds={2} named="Tuesday" />
      </>,
    );
    await tap('Listen 0:01 Monday');
    await vi.waitFor(() => expect(played[0]?.paused).toBe(false));
    await tap('Listen 0:02 Tuesday');
    await vi.waitFor(() => expect(played.map(({ paused }) => paused)).toEqual([true, false]));
    screens.unmount();
    await vi.waitFor(() => expect(played[1]?.paused).toBe(true));
  });

  it('that the browser would not start so late after the tap waits for another', async () => {
    FakeAudio.refusal = 'NotAllowedError';
    render(<Player sound={sound()} seconds={24} />);
    await tap('Listen 0:24');
    FakeAudio.refusal = null;
    await tap('Listen 0:24');
    expect(await screen.findByRole('button', { name: /^Stop/ })).toBeTruthy();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('that the browser cannot play says so', async () => {
    FakeAudio.refusal = 'NotSupportedError';
    render(<Player sound={sound()} seconds={24} />);
    await tap('Listen 0:24');
    expect(await screen.findByText(/This browser cannot play it/)).toBeTruthy();
  });
});

describe('a recording on the server', () => {
  const ofServer = () => heard(PATH);

  it('is fetched with the sign-in of this phone', async () => {
    const asked: Request[] = [];
    const answer = new Response('said', { headers: { 'Content-Type': 'audio/webm' } });
    server.answers['GET /visits/1/voice-notes/9'] = answer;
    vi.stubGlobal('fetch', (input: Request | string, init?: RequestInit) => {
      if (input instanceof Request) asked.push(input);
      return server.fetch(input, init);
    });
    expect(await (await ofServer()).text()).toBe('said');
    expect(asked[0]?.headers.get('Authorization')).toBe('Bearer token');
  });

  it('without a network says where it is', async () => {
    server.reachable = false;
    render(<Player sound={ofServer} seconds={24} />);
    await tap('Listen 0:24');
    expect(await screen.findByText(/lies on the server/)).toBeTruthy();
  });

  it('behind the page of a hotel network is not taken for sound', async () => {
    const page = new Response('<h1>Hotel</h1>', { headers: { 'Content-Type': 'text/html' } });
    server.answers['GET /visits/1/voice-notes/9'] = page;
    await expect(ofServer()).rejects.toMatchObject({ name: 'NoAnswer' });
  });

  it('that is gone says what the server says', async () => {
    const gone = refusal(404, 'recording_lost', 'The recording is no longer on the server.');
    server.answers['GET /visits/1/voice-notes/9'] = gone;
    render(<Player sound={ofServer} seconds={24} />);
    await tap('Listen 0:24');
    expect(await screen.findByText('The recording is no longer on the server.')).toBeTruthy();
  });
});
