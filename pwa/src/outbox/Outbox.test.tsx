/** The outbox screen: what still waits, why, and what its writer can do. */
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshPhone, openTab, type Tab } from '../kit/outbox/testing/phone';
import { qihang, xiaoman } from '../kit/outbox/testing/server';

const phone = freshPhone();
let tab: Tab;

beforeEach(async () => {
  history.replaceState(null, '', '/outbox');
  localStorage.setItem('lang', 'en');
  tab = await openTab();
  await tab.signIn(xiaoman.login, 'alongside');
});

async function open() {
  const [{ default: Outbox }, { Toasts }] = await Promise.all([
    import('./Outbox'),
    import('../kit/ui/Toast'),
  ]);
  tab.watch();
  render(
    <LocationProvider>
      <Outbox />
      <Toasts />
    </LocationProvider>,
  );
  await expect.poll(() => tab.ready.value).toBe(true);
}

function checkIn(visit: string, client: string) {
  return {
    kind: 'check-in',
    lane: `visit:${visit}`,
    method: 'PUT' as const,
    path: `/api/v1/visits/${visit}/check-in`,
    body: { outcome: 'advanced' },
    label: { client, detail: 'Moved on' },
  };
}

/** The clock stands still here, so the waiting is Vitest's, which moves it. */
function seen(text: string | RegExp): Promise<HTMLElement> {
  return vi.waitFor(() => screen.getByText(text));
}

function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

describe('an item without a network', () => {
  beforeEach(async () => {
    phone.server.reachable = false;
    await tab.enqueue(checkIn('1', 'Nuanyu'));
    await tab.send();
    await open();
  });

  it('is named, safe, and goes when its writer tries again', async () => {
    expect(await seen('Nuanyu · visit check-in')).toBeTruthy();
    expect(screen.getByText(/Today 16:00 · saved · Moved on/)).toBeTruthy();
    phone.server.reachable = true;
    press('Try now');
    expect(await seen('Everything has arrived')).toBeTruthy();
    expect(await seen(/1 item has arrived today/)).toBeTruthy();
  });

  it('opens its form with what was written', async () => {
    await seen('Nuanyu · visit check-in');
    press('Edit');
    await vi.waitFor(() => expect(location.pathname).toBe('/visits/1/check-in'));
    const [draft] = await tab.db.drafts.toArray();
    expect(draft).toMatchObject({
      value: { outcome: 'advanced' },
      edits: (await tab.kept())[0]?.id,
    });
  });
});

describe('a refused item', () => {
  beforeEach(async () => {
    phone.server.troubles = [
      { status: 409, problem: { detail: 'This client moved to Zhou Qihang.' } },
    ];
    await tab.enqueueAll([
      checkIn('1', 'Zeyuan'),
      { ...checkIn('2', 'Nuanyu'), needs: ['visit:1'] },
    ]);
    await tab.send();
    await open();
  });

  it('says what the server said, and what waits for it', async () => {
    expect(await seen(/This client moved to Zhou Qihang/)).toBeTruthy();
    expect(screen.getByText(/Goes as soon as “Zeyuan · visit check-in” is settled/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull();
    const filled = document.querySelectorAll('.btn.main');
    expect([...filled].map((button) => button.textContent)).toEqual(['Edit and send']);
  });

  it('goes again as it is when its writer wants that, and frees the other', async () => {
    await seen(/moved to/);
    press('Send as it is');
    expect(await seen('Everything has arrived')).toBeTruthy();
    expect(phone.server.rows.size).toBe(2);
  });

  it('is discarded only after a question that names the others, and comes back by undo', async () => {
    await seen(/moved to/);
    phone.server.reachable = false;
    press('Discard this one');
    const question = await vi.waitFor(() => screen.getByRole('dialog'));
    expect(within(question).getByText(/1 item that builds on it/)).toBeTruthy();
    expect(await tab.db.items.count()).toBe(2);
    fireEvent.click(within(question).getByRole('button', { name: 'Discard' }));
    await vi.waitFor(() => expect(screen.queryByText(/moved to/)).toBeNull());
    press('Undo');
    expect(await seen(/moved to/)).toBeTruthy();
  });
});

it('shows both versions of a record that somebody else changed, and sends the chosen words', async () => {
  const first = checkIn('1', 'Nuanyu');
  await tab.enqueue(first);
  await tab.send();
  const row = phone.server.rows.get('/visits/1/check-in');
  if (row) Object.assign(row, { version: 2, value: { outcome: 'stalled', said: null } });
  const fields = { outcome: { name: 'Outcome', options: { lost: 'Lost', stalled: 'Stuck' } } };
  const body = { outcome: 'lost', said: 'too dear' };
  await tab.enqueue({
    ...{ ...first, method: 'PATCH', ifMatch: 'last', body },
    label: { client: 'Nuanyu', fields },
  });
  await tab.send();
  await open();
  const outcome = await vi.waitFor(() => screen.getByRole('group', { name: /Outcome/ }));
  expect(within(outcome).getByLabelText('There now: Stuck')).toBeTruthy();
  fireEvent.click(within(outcome).getByLabelText('Mine: Lost'));
  press('Send my choice');
  expect(screen.getByText('Choose one of the two.')).toBeTruthy();
  expect(phone.server.seen).toHaveLength(2);
  fireEvent.click(screen.getByLabelText('There now: nothing'));
  press('Send my choice');
  expect(await seen('Everything has arrived')).toBeTruthy();
  expect(phone.server.seen.at(-1)).toMatchObject({ body: { outcome: 'lost' }, ifMatch: '"2"' });
});

it('lets a recording be heard before somebody decides about it', async () => {
  phone.server.troubles = [{ status: 415, problem: { detail: 'No voice can be read from this.' } }];
  const media = { type: 'audio/webm', bytes: new TextEncoder().encode('said').buffer };
  const path = '/api/v1/visits/1/voice-notes/9?seconds=24';
  await tab.enqueue({
    ...{ kind: 'voice-note', lane: 'voice-note:1', method: 'PUT', path, media },
    label: { client: 'Nuanyu', detail: '0:24' },
  });
  await tab.send();
  await open();
  const play = vi.fn(() => Promise.resolve());
  vi.stubGlobal(
    'Audio',
    class extends EventTarget {
      play = play;
      pause = () => undefined;
    },
  );
  expect(await seen('Nuanyu · voice note')).toBeTruthy();
  expect(screen.getByText(/No voice can be read from this/)).toBeTruthy();
  expect(screen.getByText(/saved · 0:24/)).toBeTruthy();
  press('Listen');
  await vi.waitFor(() => expect(play).toHaveBeenCalled());
  const filled = document.querySelectorAll('.btn.main');
  expect([...filled].map((button) => button.textContent)).toEqual(['Send as it is']);
});

it('tells another person how many items wait and for whom, and nothing else', async () => {
  phone.server.reachable = false;
  await tab.enqueue(checkIn('1', 'Nuanyu'));
  phone.server.reachable = true;
  await tab.signOut();
  await tab.signIn(qihang.login, 'alongside');
  await open();
  expect(await seen(/1 item belongs to Lin Xiaoman/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('Nuanyu');
});

describe('an item the server cannot read', () => {
  const unreadable = (...pointers: string[]) => {
    const errors = pointers.map((pointer) => ({
      pointer,
      code: 'string_too_long',
      detail: 'At most 2000 characters.',
    }));
    phone.server.troubles = [{ status: 422, problem: { detail: 'See errors.', errors } }];
  };
  const fields = { note: { name: 'Note' }, objections: { name: 'What the client said' } };

  it('names the fields as the form calls them, and what to do', async () => {
    unreadable('/objections/0/words', '/objections/1/words', '/note');
    await tab.enqueue({ ...checkIn('1', 'Nuanyu'), label: { client: 'Nuanyu', fields } });
    await tab.send();
    await open();
    expect(await seen(/put “What the client said, Note” right and send it again/)).toBeTruthy();
    expect(await seen(/still here. At most 2000 characters.$/)).toBeTruthy();
    expect(screen.queryByText(/See errors/)).toBeNull();
  });

  it('says what to do also where it is no field of the form', async () => {
    unreadable('');
    await tab.enqueue({ ...checkIn('1', 'Nuanyu'), label: { client: 'Nuanyu', fields } });
    await tab.send();
    await open();
    expect(await seen(/Put it right and send it again/)).toBeTruthy();
  });
});

it('without any item says so, and where to go next', async () => {
  await open();
  expect(await seen('Everything has arrived')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'To Today' })).toBeTruthy();
});
