/** The voice note of a check-in: kept with it, sent behind it, replaced and taken away by its rep. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { uuid7 } from '../kit/api/uuid7';
import { items, type Item } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { microphone, type Microphone } from '../kit/voice/testing/microphone';
import { page, signedIn, type Backend } from '../people/testing/backend';
import CheckIn from './CheckIn';
import { toldOf, visitOf, wu } from './testing/examples';
import type { CheckInRead } from './wire';

let server: Backend;
let phone: Microphone;
let id: string;

beforeEach(async () => {
  server = await signedIn();
  phone = microphone();
  id = uuid7();
  server.answers = {
    'GET /clients': page([]),
    'GET /clients/c1': { id: 'c1', name: '暖屿灯饰', contacts: [wu], sheet: {}, version: 1 },
    'GET /me': { organisation: { zone: 'Asia/Shanghai', evening_closes: '20:00' } },
    'GET /organisation/calendar': { items: [] },
    'GET /playbook': { version: 1, skills: [], objection_types: [] },
    [`GET /visits/${id}`]: visitOf({ id }),
  };
});

async function open(): Promise<void> {
  cleanup();
  history.replaceState(null, '', `/visits/${id}/check-in`);
  render(
    <LocationProvider>
      <Router>
        <Route path="/visits/:id/check-in" component={CheckIn} />
        <Route default component={() => <p>at {location.pathname}</p>} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
  await screen.findByLabelText('Continued');
}

async function openTold(part: Partial<CheckInRead>): Promise<void> {
  const told = visitOf({ id, state: 'done', check_in: toldOf(part), version: 3 });
  server.answers[`GET /visits/${id}`] = told;
  await open();
}

async function tap(name: string | RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }));
}

async function say(words: string): Promise<void> {
  const before = phone.recorders.length;
  await tap('Say it');
  await waitFor(() => expect(phone.recorders).toHaveLength(before + 1));
  const later = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 24_000);
  phone.recorders[before]?.speak(words);
  await tap('Stop');
  await screen.findByRole('button', { name: 'Listen 0:24' });
  later.mockRestore();
}

async function save(): Promise<void> {
  await tap('Save');
  await screen.findByText('at /');
}

/** Untried: so says a phone that knows it is offline and cannot renew its sign-in. */
function offline(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server.reachable = false;
}

async function kept(count: number): Promise<readonly Item[]> {
  await waitFor(() => expect(items.value).toHaveLength(count));
  return items.value;
}

function noteAsked(method: string) {
  return server.asked.filter(
    ({ path, method: by }) => by === method && path.includes('voice-notes'),
  );
}

describe('a note', () => {
  it('goes behind its check-in, and says how long it is and when it was spoken', async () => {
    await open();
    fireEvent.click(screen.getByLabelText('Continued'));
    server.answers[`PUT /visits/${id}/check-in`] = visitOf({ id, check_in: toldOf() });
    await say('he wants to see the enquiries');
    await save();
    await waitFor(() => expect(noteAsked('PUT')).toHaveLength(1));
    const [asked] = noteAsked('PUT');
    expect(asked?.path).toMatch(new RegExp(`^/visits/${id}/voice-notes/[0-9a-f-]{36}$`));
    expect(asked?.body).toBe('he wants to see the enquiries');
    const told = new URLSearchParams(asked?.search);
    expect(told.get('seconds')).toBe('24');
    expect(Date.parse(told.get('recorded_at') ?? '')).toBeGreaterThan(0);
    const order = server.asked.filter(({ method }) => method === 'PUT').map(({ path }) => path);
    expect(order[0]).toBe(`/visits/${id}/check-in`);
  });

  it('that is still being spoken when Save is tapped is ended and kept', async () => {
    await open();
    offline();
    fireEvent.click(screen.getByLabelText('Continued'));
    await tap('Say it');
    await screen.findByRole('timer');
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_000);
    phone.recorders[0]?.speak('he wants');
    await save();
    const [, note] = await kept(2);
    expect(note).toMatchObject({ kind: 'voice-note', hasMedia: true, needs: [`visit:${id}`] });
  });

  it('that waits can be heard, and one said again takes its place', async () => {
    await open();
    offline();
    fireEvent.click(screen.getByLabelText('Continued'));
    await say('first');
    await save();
    const [, first] = await kept(2);
    await open();
    expect(await screen.findByText('Recorded, not sent yet.')).toBeTruthy();
    await tap('Take it away');
    await say('better');
    await save();
    const [, second] = await kept(2);
    expect(second?.id).not.toBe(first?.id);
    expect(second?.path).not.toBe(first?.path);
  });

  it('that nobody has heard of goes without a word to the server', async () => {
    await open();
    offline();
    fireEvent.click(screen.getByLabelText('Continued'));
    await say('first');
    await save();
    await kept(2);
    await open();
    await tap('Take it away');
    await save();
    expect((await kept(1)).map(({ kind }) => kind)).toEqual(['check-in']);
  });

  it('alone is enough to save on a check-in that was told already', async () => {
    await openTold({});
    await say('I forgot to write it');
    await save();
    await waitFor(() => expect(noteAsked('PUT')).toHaveLength(1));
    expect(server.asked.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });
});

describe('a note on the server', () => {
  it('is heard with the check-in, and taken away only when the form is saved', async () => {
    server.answers[`DELETE /visits/${id}/voice-notes/n1`] = new Response(null, { status: 204 });
    await openTold({ voice_note: { id: 'n1', seconds: 32 } });
    expect(await screen.findByRole('button', { name: 'Listen 0:32' })).toBeTruthy();
    await tap('Take it away');
    await screen.findAllByText('The recording goes when you save.');
    expect(noteAsked('DELETE')).toEqual([]);
    await save();
    await waitFor(() => expect(noteAsked('DELETE')).toHaveLength(1));
  });

  it('stays when its taking away is taken back', async () => {
    await openTold({ voice_note: { id: 'n1', seconds: 32 } });
    await tap('Take it away');
    const undos = await screen.findAllByRole('button', { name: 'Undo' });
    fireEvent.click(undos.at(-1) as HTMLElement);
    expect(await screen.findByRole('button', { name: 'Listen 0:32' })).toBeTruthy();
    await save();
    expect(noteAsked('DELETE')).toEqual([]);
  });

  it('changed after the evening is listed in words', async () => {
    const by = { id: 'p1', family_name: '林', given_name: '小满', latin_name: 'Lin Xiaoman' };
    const at = '2026-03-26T14:05:00Z';
    const change = { id: 'a1', at, by, field: 'voice_note', before: '32 s', after: null };
    await openTold({ amendments: [change] });
    expect(await screen.findByText('Voice note: 32 s → nothing')).toBeTruthy();
  });
});
