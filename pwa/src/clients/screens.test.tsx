/** The client screens in their states: filled, empty, without a network, failed. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import type { FunctionComponent } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { items, openDraft } from '../kit/outbox';
import { json, page, refusal, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import Client from './Client';
import ClientNew from './ClientNew';
import Clients from './Clients';
import { draftOf, sheetLane } from './lanes';
import { readSheetsAhead } from './read-sheets';
import { clientsRead } from './remote';
import Sheet from './Sheet';
import { emptySheet } from './sheet';
import type { ClientCard, ClientRead } from './wire';

let server: Backend;

beforeEach(async () => {
  server = await signedIn();
});

const card: ClientCard = {
  id: 'c1',
  name: '暖屿灯饰',
  owner: xiaoman,
  industry: '灯具',
  district: '北仑',
  grade: 'A1',
  boss: '吴建平',
  answers_ready: 2,
};
const nuanyu = {
  ...card,
  contacts: [{ id: 'k1', name: '吴建平', title: '总经理', role: 'boss' }],
  exports_now: 'unknown',
  size: null,
  channels: null,
  source: '展会',
  sheet: { version: 0, answers_ready: 0, missing: [] },
  version: 4,
} as unknown as ClientRead;
const price = {
  key: 'price',
  name: { zh: '价格', en: 'Price' },
  short: { zh: '太贵', en: 'Too dear' },
  words: { zh: '三万块太贵了。', en: '30k is too dear.' },
  best: [{ id: 'a1', text: { zh: '按单算。', en: 'Count by order.' } }],
  retired: false,
};
const visits = [
  {
    id: 'v1',
    rep: xiaoman,
    day: '2026-03-02',
    planned_time: null,
    purpose: 'first',
    state: 'done',
    check_in: {
      outcome: 'stalled',
      next_on: null,
      objections: [{ id: 'o1', type_key: 'price', words: '够我雇半年人了。' }],
      voice_note: { id: 'n1', seconds: 32 },
    },
  },
];

function open(path: string, screenOf: FunctionComponent, address = path): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path={path} component={screenOf} />
        <Route default component={() => <p>{location.pathname}</p>} />
      </Router>
    </LocationProvider>,
  );
}

function openClient(): void {
  open('/clients/:id', Client, '/clients/c1');
}

function openSheet(): void {
  open('/clients/:id/sheet', Sheet, '/clients/c1/sheet');
}

function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function answerAll(): void {
  server.answers = {
    'GET /clients': page([card]),
    'GET /clients/c1': nuanyu,
    'GET /clients/c1/sheet': { ...emptySheet(), version: 0, author: null, updated_at: null },
    'GET /visits': page(visits),
    'GET /deals': page([]),
    'GET /drills': page([]),
    'GET /playbook': { version: 1, skills: [], objection_types: [price] },
  };
}

it('a client never opened here shows without a network what the list knows of it', async () => {
  answerAll();
  open('/clients', Clients);
  await screen.findByRole('link', { name: /暖屿灯饰/ });
  cleanup();
  server.reachable = false;
  openClient();
  expect(await screen.findByRole('heading', { name: '暖屿灯饰' })).toBeTruthy();
  expect(screen.getByText(/The rest comes with the network/)).toBeTruthy();
  expect(screen.getByText('吴建平').lang).toBe('zh-CN');
  expect(screen.getByText('2 of 4 answers')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Check in now' })).toBeTruthy();
});

it('the sheet of a client never opened here can be written without a network', async () => {
  answerAll();
  await clientsRead().reload();
  await readSheetsAhead([card, { ...card, id: 'c2', owner: { ...xiaoman, id: 'p2' } }]);
  expect(server.asked.map(({ path }) => path)).toEqual(['/clients', '/clients/c1/sheet']);
  server.reachable = false;
  openSheet();
  expect(await screen.findByRole('heading', { name: '暖屿灯饰' })).toBeTruthy();
  type('Who decides, and what kind of person is it?', '吴建平');
  press('Save the sheet');
  await vi.waitUntil(() => items.value.length === 1);
  expect(items.value[0]).toMatchObject({ kind: 'client-sheet', ifMatch: '"0"' });
});

it('a sheet that is here already is not read ahead again, unless it has changed', async () => {
  answerAll();
  const same = { ...card, answers_ready: 0 };
  server.answers['GET /clients/c1/sheet'] = { ...emptySheet(), version: 1, answers_ready: 0 };
  const reads = () => server.asked.filter(({ method }) => method === 'GET').length;
  await readSheetsAhead([same]);
  await readSheetsAhead([same]);
  expect(reads()).toBe(1);
  await readSheetsAhead([{ ...card, answers_ready: 1 }]);
  expect(reads()).toBe(2);
});

describe('the list', () => {
  it('shows a client with its boss, its place and how far its sheet is', async () => {
    answerAll();
    open('/clients', Clients);
    const row = await screen.findByRole('link', { name: /暖屿灯饰/ });
    expect(row.getAttribute('href')).toBe('/clients/c1');
    expect(row.textContent).toContain('吴建平 · 北仑 · 灯具');
    expect(row.textContent).toContain('Sheet 2/4');
  });

  it('finds by pinyin initials, and offers to add what it does not find', async () => {
    answerAll();
    open('/clients', Clients);
    await screen.findByRole('link', { name: /暖屿灯饰/ });
    type('Find a client', 'nyd');
    expect(screen.getByRole('link', { name: /暖屿灯饰/ })).toBeTruthy();
    type('Find a client', '清禾');
    const add = screen.getByRole('link', { name: 'New client “清禾”' });
    expect(add.getAttribute('href')).toBe(`/clients/new?name=${encodeURIComponent('清禾')}`);
  });

  it('that is empty says what to do next', async () => {
    server.answers['GET /clients'] = page([]);
    open('/clients', Clients);
    expect(await screen.findByText('No clients yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'New client' })).toBeTruthy();
  });

  it('asks the server too while it is longer than what lies on this phone', async () => {
    server.answers['GET /clients'] = page([card], 'more');
    open('/clients', Clients);
    await screen.findByRole('link', { name: /暖屿灯饰/ });
    const far = { ...card, id: 'c7', name: '青岚园艺' };
    server.answers['GET /clients'] = page([far]);
    type('Find a client', 'qlyy');
    expect(await screen.findByRole('link', { name: /青岚园艺/ })).toBeTruthy();
    expect(server.asked.at(-1)?.search).toBe('?q=qlyy');
  });

  it('that failed says so, and can be read again', async () => {
    server.answers['GET /clients'] = refusal(500, 'broken', 'broken');
    open('/clients', Clients);
    await screen.findByRole('alert');
    server.answers['GET /clients'] = page([card]);
    press('Try again');
    expect(await screen.findByRole('link', { name: /暖屿灯饰/ })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a new client', () => {
  it('is saved without a network, and then shown as its writer left it', async () => {
    server.reachable = false;
    open('/clients/new', ClientNew);
    type('Name of the company', '清禾宠物');
    type('Name', '陈丽');
    fireEvent.click(screen.getByLabelText('Decision-maker'));
    press('Save');
    await vi.waitFor(() => expect(items.value).toHaveLength(1));
    const born = items.value[0]?.body as { id: string };
    await vi.waitFor(() => expect(location.pathname).toBe(`/clients/${born.id}`));
    expect(born).toMatchObject({ name: '清禾宠物', contacts: [{ name: '陈丽', role: 'boss' }] });
  });

  it('without a name says what is missing and loses nothing', async () => {
    open('/clients/new', ClientNew);
    type('District', '北仑');
    press('Save');
    expect(await screen.findByText('What is the company called?')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('District').value).toBe('北仑');
    expect(items.value).toEqual([]);
  });

  it('of a name that exists already is asked about, not refused', async () => {
    answerAll();
    open('/clients/new', ClientNew);
    type('Name of the company', '暖屿灯饰');
    expect(await screen.findByText('There is already a client called 暖屿灯饰.')).toBeTruthy();
    press('Save');
    await vi.waitFor(() => expect(location.pathname).toMatch(/^\/clients\/[0-9a-f-]{36}$/));
  });
});

describe('a client', () => {
  it('shows the sheet, the people, what was said and what comes', async () => {
    answerAll();
    openClient();
    await screen.findByRole('heading', { level: 1, name: '暖屿灯饰' });
    expect(await screen.findByText('够我雇半年人了。')).toBeTruthy();
    expect(screen.getByText('够我雇半年人了。').lang).toBe('zh-CN');
    expect(screen.getByRole('button', { name: /^Listen 0:32 voice note, / })).toBeTruthy();
    expect(screen.getByText('总经理 · Decision-maker')).toBeTruthy();
    expect(await screen.findByRole('link', { name: 'Write the sheet' })).toBeTruthy();
    expect(screen.getByText('No visit planned.')).toBeTruthy();
    const checkIn = screen.getByRole('link', { name: 'Check in now' }).getAttribute('href');
    expect(checkIn).toMatch(/^\/visits\/[0-9a-f-]{36}\/check-in\?client=c1$/);
  });

  it('of somebody else names its owner and offers no visit', async () => {
    answerAll();
    const owner = { id: 'p2', family_name: '周', given_name: '启航', latin_name: 'Zhou Qihang' };
    server.answers['GET /clients/c1'] = { ...nuanyu, owner };
    openClient();
    expect(await screen.findByText(/Looked after by Zhou Qihang/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Check in now' })).toBeNull();
  });

  it('that moved away says so and leads back', async () => {
    openClient();
    expect(await screen.findByText('This client is not yours to open')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To Clients' })).toBeTruthy();
  });

  it('never read on this phone asks for the network once', async () => {
    server.reachable = false;
    openClient();
    expect(await screen.findByText(/It needs the network once/)).toBeTruthy();
  });

  it('keeps a new contact and shows it at once', async () => {
    answerAll();
    server.answers['POST /clients/c1/contacts'] = refusal(503, 'later', 'later');
    openClient();
    await screen.findByRole('heading', { level: 1, name: '暖屿灯饰' });
    press('Add a contact');
    const dialog = within(screen.getByRole('dialog', { name: 'Add a contact' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByText('What is this person called?')).toBeTruthy();
    type('Name', '赵会计');
    fireEvent.click(dialog.getByLabelText('Influencer'));
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('赵会计')).toBeTruthy();
    expect(screen.getByText('Waits to be sent')).toBeTruthy();
  });
});

describe('the sheet', () => {
  beforeEach(async () => {
    const begun = openDraft(draftOf('client-sheet', sheetLane('c1')), null);
    await vi.waitUntil(() => begun.ready.value);
    await begun.discard();
    begun.close();
  });

  it('begins an objection with the words and the answer of the playbook', async () => {
    answerAll();
    openSheet();
    fireEvent.click(await screen.findByRole('button', { name: 'Too dear' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('In their own words').value).toBe(
      '30k is too dear.',
    );
    expect(screen.getByLabelText<HTMLTextAreaElement>('Our answer').value).toBe('Count by order.');
    expect(screen.getByText('1 of 4 answers')).toBeTruthy();
  });

  it('offers what the client really said, and goes on at our answer', async () => {
    answerAll();
    openSheet();
    const heard = '够我雇半年人了。';
    fireEvent.click(await screen.findByRole('button', { name: heard }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('In their own words').value).toBe(heard);
    const answer = screen.getByLabelText<HTMLTextAreaElement>('Our answer');
    expect(answer.value).toBe('Count by order.');
    await vi.waitFor(() => expect(document.activeElement).toBe(answer));
    expect(screen.queryByRole('button', { name: heard })).toBeNull();
  });

  it('of somebody else’s client does not open the visits for that', async () => {
    answerAll();
    const owner = { id: 'p2', family_name: '周', given_name: '启航', latin_name: 'Zhou Qihang' };
    server.answers['GET /clients/c1'] = { ...nuanyu, owner };
    openSheet();
    await screen.findByRole('button', { name: 'Too dear' });
    expect(server.asked.filter(({ path }) => path === '/visits')).toEqual([]);
  });

  it('counts "not known yet" as an answer, and is kept with its version', async () => {
    answerAll();
    server.answers['PUT /clients/c1/sheet'] = json({ version: 1 });
    openSheet();
    const unknown = await screen.findAllByLabelText('Not known yet, will ask');
    for (const box of unknown) fireEvent.click(box);
    expect(screen.getByText('4 answers')).toBeTruthy();
    press('Save the sheet');
    await vi.waitFor(() => expect(location.pathname).toBe('/clients/c1'));
    await vi.waitFor(() => expect(server.bodiesOf('PUT', '/clients/c1/sheet')).toHaveLength(1));
    const sent = server.asked.find(({ method }) => method === 'PUT');
    expect(sent).toMatchObject({ ifMatch: '"0"', body: { decider: { unknown: true } } });
  });

  it('does not lose an answer that has no words of the client yet', async () => {
    answerAll();
    openSheet();
    fireEvent.click(await screen.findByRole('button', { name: 'Something else' }));
    type('Our answer', 'Let us look at that first.');
    press('Save the sheet');
    expect((await screen.findByRole('alert')).textContent).toContain('no words of the client');
    expect(items.value).toEqual([]);
  });
});
