/** A part of a share is said instead of typed: kept with the share, sent behind it, heard where it is read. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { items, type Item } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { microphone, type Microphone } from '../kit/voice/testing/microphone';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import Share from './Share';
import type { ShareDetail } from './wire';
import WriteShare from './WriteShare';

let server: Backend;
let phone: Microphone;
const note = { id: 'n1', seconds: 32 };
const aloud = { key: 'found', words: '', voice_note: note } as const;

function begun(part: Partial<ShareDetail> = {}): ShareDetail {
  return {
    ...{ id: 's1', kind: 'deal', state: 'prompted', author: xiaoman, team_id: 't1', words: '' },
    ...{ excerpt: '', type_key: null, origin: null, week_of: null, published_at: null },
    ...{ version: 1, figures: [], drilled: null, taps: [], offered: false, case_id: null },
    ...{ proof_visit_id: null, parts: [], deal: null },
    ...part,
  };
}

function told(part: Partial<ShareDetail> = {}): ShareDetail {
  return begun({ state: 'published', published_at: new Date().toISOString(), ...part });
}

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, team_id: 't1' });
  phone = microphone();
  server.answers = { 'GET /shares/s1': begun(), 'GET /shares': page([]) };
});

function open(address: string, share?: ShareDetail): void {
  cleanup();
  if (share) server.answers['GET /shares/s1'] = share;
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path="/shares/:id/write" component={WriteShare} />
        <Route path="/shares/:id" component={Share} />
        <Route default component={() => <p>at {location.pathname}</p>} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
}

async function write(share?: ShareDetail): Promise<void> {
  open('/shares/s1/write', share);
  await screen.findByLabelText('How found');
}

function part(name: string) {
  return within(screen.getByRole('region', { name: `Voice note: ${name}` }));
}

async function say(name: string, words: string): Promise<void> {
  const before = phone.recorders.length;
  fireEvent.click(part(name).getByRole('button', { name: `Say it ${name}` }));
  await waitFor(() => expect(phone.recorders).toHaveLength(before + 1));
  const later = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 24_000);
  phone.recorders[before]?.speak(words);
  fireEvent.click(await part(name).findByRole('button', { name: 'Stop' }));
  await part(name).findByRole('button', { name: 'Listen 0:24' });
  later.mockRestore();
}

async function send(button = 'Tell the team'): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: button }));
  await screen.findByText('at /shares');
}

function offline(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server.reachable = false;
}

async function kept(count: number): Promise<readonly Item[]> {
  await waitFor(() => expect(items.value).toHaveLength(count));
  return items.value;
}

function asked(method: string) {
  return server.asked.filter((one) => one.method === method);
}

describe('a part that is said', () => {
  it('is enough to tell the share, and its sound goes behind it', async () => {
    await write();
    server.answers['PUT /shares/s1/publication'] = told();
    await say('How found', 'his neighbour took me along');
    await send();
    await waitFor(() => expect(asked('PUT')).toHaveLength(2));
    const [share, sound] = asked('PUT');
    expect(share?.path).toBe('/shares/s1/publication');
    expect(share?.body).toEqual({
      words: '',
      parts: [{ key: 'found', words: '', spoken: true }],
    });
    expect(sound?.path).toMatch(/^\/shares\/s1\/voice-notes\/[0-9a-f-]{36}$/);
    expect(sound?.body).toBe('his neighbour took me along');
    expect(Object.fromEntries(new URLSearchParams(sound?.search))).toEqual({
      ...{ part: 'found', seconds: '24' },
    });
  });

  it('waits on the phone without a network, in a lane of its own', async () => {
    await write();
    offline();
    await say('How found', 'first');
    await say('Signing', 'second');
    await send();
    const [share, ...sounds] = await kept(3);
    expect(share?.lane).toBe('share:s1');
    expect(sounds.map(({ lane, needs, hasMedia }) => ({ lane, needs, hasMedia }))).toEqual([
      { lane: 'share-sound:s1:found', needs: ['share:s1'], hasMedia: true },
      { lane: 'share-sound:s1:signed', needs: ['share:s1'], hasMedia: true },
    ]);
  });

  it('ends where another one is begun', async () => {
    await write();
    fireEvent.click(part('How found').getByRole('button', { name: /Say it/ }));
    await part('How found').findByRole('timer');
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_000);
    phone.recorders[0]?.speak('first');
    fireEvent.click(part('Signing').getByRole('button', { name: /Say it/ }));
    expect(await part('How found').findByRole('button', { name: /Listen/ })).toBeTruthy();
    expect(await part('Signing').findByRole('timer')).toBeTruthy();
  });

  it('that was discarded says nothing', async () => {
    await write();
    await say('How found', 'first');
    fireEvent.click(part('How found').getByRole('button', { name: 'Discard' }));
    await part('How found').findByRole('button', { name: /Say it/ });
    fireEvent.click(screen.getByRole('button', { name: 'Tell the team' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Write or say');
    expect(items.value).toEqual([]);
  });

  it('goes from the phone with a share that is let be', async () => {
    await write();
    offline();
    await say('How found', 'first');
    fireEvent.click(screen.getByRole('button', { name: 'Let it be' }));
    await screen.findByText('at /');
    expect((await kept(1)).map(({ method }) => method)).toEqual(['DELETE']);
    await write();
    expect(part('How found').getByRole('button', { name: /Say it/ })).toBeTruthy();
  });
});

describe('a recording that was told', () => {
  it('is heard by the team below its part', async () => {
    const author = { ...xiaoman, id: 'p2' };
    const words = { key: 'signed' as const, words: 'Signed on Friday.', voice_note: null };
    open('/shares/s1', told({ author, parts: [aloud, words] }));
    expect(await screen.findByRole('button', { name: 'Listen 0:32 How found' })).toBeTruthy();
    expect(screen.getByText('Signed on Friday.')).toBeTruthy();
  });

  it('that is not here yet says so', async () => {
    open('/shares/s1', told({ parts: [{ ...aloud, voice_note: null }] }));
    expect(await screen.findByText(/The recording is on its way/)).toBeTruthy();
  });

  it('stays when words are put right', async () => {
    server.answers['PATCH /shares/s1'] = told({ parts: [aloud], version: 4 });
    await write(told({ parts: [aloud], version: 3 }));
    fireEvent.input(screen.getByLabelText('Signing'), { target: { value: 'On Friday.' } });
    await send('Save');
    await waitFor(() => expect(asked('PATCH')).toHaveLength(1));
    expect(asked('PATCH')[0]?.body).toMatchObject({
      parts: [
        { key: 'found', spoken: true },
        { key: 'signed', words: 'On Friday.' },
      ],
    });
  });

  it('is taken away when the form is saved, and no word is put right', async () => {
    server.answers['DELETE /shares/s1/voice-notes/n1'] = new Response(null, { status: 204 });
    const words = { key: 'signed' as const, words: 'On Friday.', voice_note: null };
    await write(told({ parts: [aloud, words] }));
    fireEvent.click(part('How found').getByRole('button', { name: 'Take it away' }));
    await screen.findAllByText('The recording goes when you save.');
    expect(asked('DELETE')).toEqual([]);
    await send('Save');
    await waitFor(() => expect(asked('DELETE')).toHaveLength(1));
    expect(asked('PATCH')).toEqual([]);
  });
});
