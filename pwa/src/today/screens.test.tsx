/** Today in its states: filled, empty, without a network, failed; and who gets the glance instead. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptySheet } from '../clients/sheet';
import { me } from '../kit/api/session';
import { refresh } from '../kit/cache';
import { wipeReads } from '../kit/cache/shelf';
import { lang } from '../kit/i18n/lang';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { discard, enqueue, items } from '../kit/outbox';
import { holdTablet } from '../kit/ui/testing/device';
import { json, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { meRead } from '../people/me-remote';
import { toldOf, visitOf, wu } from '../visits/testing/examples';
import type { Result } from '../visits/wire';
import { greeting } from './greeting';
import Today from './Today';
import type { TodayCard, TodayRead } from './wire';

let server: Backend;

const tomorrow = daysAfter(dayOf(), 1);
const qihang = { id: 'p2', family_name: '周', given_name: '启航', latin_name: 'Zhou Qihang' };

beforeEach(async () => {
  lang.value = 'en';
  me.value = null;
  await wipeReads();
  server = await signedIn();
  for (const { id } of items.value) await discard(id);
  history.replaceState(null, '', '/');
});

function today(visits: TodayCard[], part: Partial<TodayRead> = {}): void {
  const evening = {
    opens_at: `${dayOf()}T10:30:00Z`,
    closes_at: `${dayOf()}T12:00:00Z`,
    open: false,
    quiet: false,
    cards: 3,
  };
  const read = { day: dayOf(), working: true, now_local: '08:20', tomorrow, visits, evening };
  server.answers['GET /today'] = { ...read, recorded_for_you: [], ...part };
}

function card(part: Partial<TodayCard> = {}): TodayCard {
  const prep = {
    goal: '和合伙人约个日子',
    objections: [
      objection('三万块太贵了。', '按单算，不按年算。', 'price'),
      objection('要问合伙人。', '他会先问什么？', 'partner'),
    ],
    agreed: [],
    questions: ['decider' as const],
    rounds: 3,
    sheet_version: 1,
    answers_ready: 4,
  };
  const nothing = { reality: [], promise: null, also_promised: null, company: null, tries: [] };
  return { ...visitOf(), contact: wu, prep, ...nothing, ...part };
}

function objection(words: string, answer: string, type_key: string) {
  return { id: type_key, words, answer, type_key, answer_id: null };
}

function show(): void {
  render(
    <LocationProvider>
      <Today />
    </LocationProvider>,
  );
}

describe('the day of a rep', () => {
  it('leads a mentor to the visits of the apprentices', async () => {
    server.answers['GET /me'] = { ...xiaoman, apprentices: [qihang] };
    await meRead().reload();
    today([card()]);
    show();
    const row = await screen.findByRole('link', { name: /Tomorrow: visits of Qihang/ });
    expect(row.getAttribute('href')).toBe('/team/today');
  });

  it('shows at the door whom to meet, what he will say and what we answer', async () => {
    today([card()]);
    show();
    expect(await screen.findByRole('heading', { name: '暖屿灯饰' })).toBeTruthy();
    expect(screen.getByText('吴建平, the boss, decides')).toBeTruthy();
    expect(screen.getByText('三万块太贵了。').lang).toBe('zh-CN');
    expect(screen.getByText('按单算，不按年算。')).toBeTruthy();
    expect(screen.getByText('3 rounds practised')).toBeTruthy();
    expect(screen.getByText('Today’s aim: 和合伙人约个日子')).toBeTruthy();
    expect(screen.getByText('Not known yet, so ask: who decides')).toBeTruthy();
    const checkIn = screen.getByRole('link', { name: 'Check in' });
    expect(checkIn.getAttribute('href')).toBe('/visits/v1/check-in');
  });

  it('keeps the other pairs behind one tap', async () => {
    today([card()]);
    show();
    fireEvent.click(await screen.findByRole('button', { name: '1 more he may say' }));
    expect(screen.getByText('要问合伙人。')).toBeTruthy();
  });

  it('says of a done visit what it gave back, and leads to its check-in', async () => {
    const check_in = toldOf({ outcome: 'advanced' });
    const again = { visit: { id: 'v9' }, client: { id: 'c1' }, reasons: [], heard: [], rounds: 0 };
    server.answers['GET /drills/deck'] = { day: tomorrow, items: [again] };
    today([card({ state: 'done', check_in })]);
    show();
    expect(await screen.findByText('What he said is tonight’s first card')).toBeTruthy();
    const done = screen.getByRole('link', { name: /暖屿灯饰.*Advanced/ });
    expect(done.getAttribute('href')).toBe('/visits/v1/check-in');
  });

  it('promises a card for tonight, and not the first, where nobody goes tomorrow', async () => {
    today([card({ state: 'done', check_in: toldOf({ outcome: 'advanced' }) })]);
    show();
    expect(await screen.findByText('What he said is one of tonight’s cards')).toBeTruthy();
  });

  it('says of each sentence that was prepared what came of it', async () => {
    const item = { expected: 'line' as const, expected_id: 'l1', answer_id: null, type_key: null };
    const came = (words: string, result: Result, returns_on: string[] = []) => ({
      ...{ ...item, id: words, words, result, returns_on, objection_id: `o-${words}` },
    });
    const reality = [
      came('太贵了', 'answered'),
      came('没效果', 'not_answered', [daysAfter(dayOf(), 3)]),
      came('再想想', 'partly'),
      { ...came('问合伙人', 'not_raised'), objection_id: null },
    ];
    const objections = [{ id: 'o-太贵了', type_key: 'price', words: '太贵了' }];
    today([card({ state: 'done', check_in: toldOf({ objections }), reality })]);
    show();
    const done = await screen.findByRole('link', { name: /暖屿灯饰/ });
    expect(done.textContent).toMatch(/“太贵了” · That line held/);
    expect(done.textContent).toMatch(/“没效果” · Comes back tonight and /);
    expect(done.textContent).toMatch(/“再想想” · One of tonight’s cards once more/);
    expect(done.textContent).toMatch(/1 did not come/);
    expect(done.textContent).not.toMatch(/What he said/);
  });

  it('shows what was told of it while that waits to be sent', async () => {
    today([card({ state: 'done', check_in: toldOf() })]);
    show();
    await screen.findByRole('link', { name: /暖屿灯饰/ });
    server.reachable = false;
    const path = '/api/v1/drills/reality-checks/v1';
    const told = { id: 'i1', expected: 'line', expected_id: 'l1', objection_id: 'o1' };
    const items = [{ ...told, words: '没效果', type_key: 'noresult', result: 'not_answered' }];
    const body = { told_at: new Date().toISOString(), items };
    await enqueue({ kind: 'reality-check', lane: 'visit:v1', method: 'PUT', path, body });
    expect(await screen.findByText(/Comes back tonight and /)).toBeTruthy();
    expect(screen.getByText('Waits to be sent')).toBeTruthy();
  });

  it('names the evening on which a line was agreed, and leads there', async () => {
    const line = { id: 'l1', words: '太贵了', answer: '按单算', type_key: null, answer_id: null };
    const agreed = (on: string) => [{ ...line, drill_id: 'd1', agreed_on: on }];
    today([card({ prep: { ...card().prep, agreed: agreed(daysAfter(dayOf(), -1)) } })]);
    show();
    const link = await screen.findByRole('link', { name: 'Agreed last night' });
    expect(link.getAttribute('href')).toBe('/drills/d1');
  });

  it('shows a check-in as done while it waits to be sent', async () => {
    today([card()]);
    show();
    await screen.findByRole('link', { name: 'Check in' });
    server.reachable = false;
    const told = { client_id: 'c1', purpose: 'follow_up', happened_at: new Date().toISOString() };
    const path = '/api/v1/visits/v1/check-in';
    const body = { ...told, outcome: 'stalled', objections: [] };
    await enqueue({ kind: 'check-in', lane: 'visit:v1', method: 'PUT', path, body });
    const done = await screen.findByRole('link', { name: /暖屿灯饰.*Stalled.*Waits to be sent/ });
    expect(done).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Check in' })).toBeNull();
  });

  it('opens a later visit where it stands', async () => {
    const later = card({ id: 'v2', client: { id: 'c2', name: '禾木玩具' }, planned_time: '14:00' });
    today([card(), later]);
    show();
    fireEvent.click(await screen.findByRole('link', { name: /禾木玩具/ }));
    expect(await screen.findByRole('heading', { name: '禾木玩具' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: '暖屿灯饰' })).toBeNull();
  });

  it('ends with the evening and its cards', async () => {
    today([card()]);
    show();
    const evening = await screen.findByRole('link', { name: /Evening drill/ });
    expect(evening.textContent).toContain('3 cards');
    expect(evening.getAttribute('href')).toBe('/evening');
  });

  it('says on whose phone a round was recorded', async () => {
    const recorded = { drill_id: 'd1', day: dayOf(), recorded_by: qihang, rounds: 2 };
    today([], { recorded_for_you: [recorded] });
    show();
    expect(await screen.findByText(/2 rounds with you .* Zhou Qihang’s phone/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Look' }).getAttribute('href')).toBe('/drills/d1');
  });

  it('asks before a visit is moved, and moves it only with a day and a reason', async () => {
    today([card()]);
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'More on 暖屿灯饰' }));
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('button', { name: 'Move to another day' }));
    fireEvent.click(sheet.getByRole('button', { name: 'Move it' }));
    expect(sheet.getAllByRole('alert')).toHaveLength(2);
    expect(items.value).toEqual([]);
    fireEvent.click(sheet.getAllByRole('radio')[0] as HTMLElement);
    fireEvent.input(sheet.getByLabelText(/^Why/), { target: { value: 'He is at the fair' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Move it' }));
    const path = '/visits/v1/move';
    await waitFor(() =>
      expect(server.bodiesOf('PUT', path)).toMatchObject([{ reason: 'He is at the fair' }]),
    );
  });
});

describe('the day on a tablet', () => {
  const later = card({ id: 'v2', client: { id: 'c2', name: '禾木玩具' }, planned_time: '14:00' });

  it('keeps the whole line beside the card of the next visit', async () => {
    holdTablet();
    today([card(), later]);
    show();
    expect(await screen.findByRole('heading', { name: '暖屿灯饰' })).toBeTruthy();
    const open = screen.getByRole('link', { current: true });
    expect(open.textContent).toContain('暖屿灯饰');
    expect(screen.getByRole('link', { name: /Evening drill/ })).toBeTruthy();
  });

  it('changes the card when another stop is chosen, and the line stays as it is', async () => {
    holdTablet();
    today([card(), later]);
    show();
    fireEvent.click(await screen.findByRole('link', { name: /禾木玩具/ }));
    expect(await screen.findByRole('heading', { name: '禾木玩具' })).toBeTruthy();
    expect(screen.getByRole('link', { current: true }).textContent).toContain('禾木玩具');
    expect(screen.getByRole('link', { name: /暖屿灯饰/ })).toBeTruthy();
  });

  it('that is all done has no second column', async () => {
    holdTablet();
    today([card({ state: 'done', check_in: toldOf({ outcome: 'advanced' }) })]);
    show();
    await screen.findByRole('link', { name: /暖屿灯饰.*Advanced/ });
    expect(screen.queryByRole('link', { current: true })).toBeNull();
    expect(screen.getByRole('link', { name: /Evening drill/ })).toBeTruthy();
  });
});

describe('an empty day', () => {
  it('asks for a client to see', async () => {
    today([]);
    show();
    expect(await screen.findByText(/Nothing planned yet/)).toBeTruthy();
    const add = screen.getByRole('link', { name: 'Add a visit' });
    expect(add.getAttribute('href')).toBe(`/visits/new?day=${dayOf()}`);
  });

  it('wishes for nothing on a day off', async () => {
    today([], { working: false });
    show();
    expect(await screen.findByText(/No working day/)).toBeTruthy();
  });

  it('is said in Chinese too', async () => {
    lang.value = 'zh-CN';
    today([]);
    show();
    expect(await screen.findByText('今天还没有安排。先加一家想去的客户？')).toBeTruthy();
  });
});

describe('without the network', () => {
  it('shows what was read, and since when', async () => {
    today([card()]);
    show();
    await screen.findByRole('heading', { name: '暖屿灯饰' });
    await refresh(`today:${dayOf()}`);
    server.reachable = false;
    await refresh(`today:${dayOf()}`);
    expect(await screen.findByText(/^No network\./)).toBeTruthy();
    expect(screen.getByRole('heading', { name: '暖屿灯饰' })).toBeTruthy();
  });

  it('has the sheet that was written here since', async () => {
    today([card()]);
    show();
    await screen.findByText('三万块太贵了。');
    server.reachable = false;
    const items = [objection('没人会英语。', '先配一个人。', 'staff')];
    const body = { ...emptySheet(), id: 's2', objections: { items, unknown: false } };
    const path = '/api/v1/clients/c1/sheet';
    await enqueue({ kind: 'client-sheet', lane: 'client-sheet:c1', method: 'PUT', path, body });
    expect(await screen.findByText('没人会英语。')).toBeTruthy();
    expect(screen.getByText('The client sheet has 1 of 4 answers.')).toBeTruthy();
  });

  it('says that the day needs it once', async () => {
    server.reachable = false;
    show();
    expect(await screen.findByText(/needs the network once/)).toBeTruthy();
    expect(screen.queryByText(/Nothing planned/)).toBeNull();
  });
});

it('a day that the server cannot give can be asked for again', async () => {
  server.answers['GET /today'] = json({ type: 'about:blank', code: 'fault', status: 500 }, 500);
  show();
  await screen.findByRole('alert');
  today([card()]);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: '暖屿灯饰' })).toBeTruthy();
});

it('another day leads back to today, and prepares instead of checking in', async () => {
  history.replaceState(null, '', `/?day=${tomorrow}`);
  today([card({ day: tomorrow })], { day: tomorrow });
  show();
  const prepare = await screen.findByRole('link', { name: 'Prepare' });
  expect(prepare.getAttribute('href')).toBe('/evening/prepare/v1');
  expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/');
  expect(screen.getByText('The aim: 和合伙人约个日子')).toBeTruthy();
});

it('a manager sees the team’s evening instead of visits', async () => {
  me.value = { ...xiaoman, role: 'manager' };
  show();
  await vi.waitFor(() =>
    expect(server.asked.some(({ path }) => path === '/today/team')).toBe(true),
  );
  expect(server.asked.some(({ path }) => path === '/today')).toBe(false);
});

it('the greeting follows the clock of the team', () => {
  const at = (utc: string) => greeting(xiaoman, new Date(`2026-03-26T${utc}Z`));
  expect(at('00:20:00')).toBe('Morning, Xiaoman');
  expect(at('06:00:00')).toBe('Hello, Xiaoman');
  expect(at('11:00:00')).toBe('Evening, Xiaoman');
});
