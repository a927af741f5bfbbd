/** The evening and the preparation, in the states in which somebody finds them. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clientsRead } from '../clients/remote';
import { enqueue, items, sendNow } from '../kit/outbox';
import { page, refusal, signedIn, type Backend } from '../people/testing/backend';
import { deck } from './remote';
import { eveningAnswers } from './testing/answers';
import { cardOf, qihang, sheet, today, tomorrow } from './testing/examples';
import { openScreen, press } from './testing/screens';
import type { Reason } from './wire';

let server: Backend;

beforeEach(async () => {
  server = await signedIn();
  server.answers = eveningAnswers();
});

const unready = cardOf('a', {
  sheet: { version: 1, answers_ready: 2, missing: ['situation', 'competitors'], questions: [] },
});

const planned = cardOf('a').reasons[0] as Reason;
const heard: Reason = {
  ...{ kind: 'heard_today', id: 'o1', origin: { kind: 'visit', id: 'v8' }, on: today },
  ...{
    at: `${today}T10:05:00+08:00`,
    said_by: '吴建平',
    type_key: null,
    words: '太贵了',
    step: null,
  },
};

async function planTomorrow(id: string, client: { id: string; name: string }): Promise<void> {
  await enqueue({
    ...{ kind: 'visit', lane: `visit:${id}`, method: 'POST', path: '/api/v1/visits' },
    label: { client: client.name },
    body: {
      ...{ id, client_id: client.id, day: tomorrow, planned_time: '09:00' },
      ...{ purpose: 'follow_up', aim: null, amount: null },
    },
  });
}

async function hearToday(visit: string, client: { id: string; name: string }): Promise<void> {
  await enqueue({
    ...{ kind: 'check-in', lane: `visit:${visit}`, method: 'PUT' },
    path: `/api/v1/visits/${visit}/check-in`,
    label: { client: client.name },
    body: {
      ...{ client_id: client.id, happened_at: new Date().toISOString() },
      objections: [{ id: 'o9', type_key: null, words: '太贵了' }],
    },
  });
}

/** Its answer waits until it is let through. */
function holdBack(path: string): () => void {
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  vi.stubGlobal('fetch', async (...asked: Parameters<typeof server.fetch>) => {
    const [input] = asked;
    if ((input instanceof Request ? input.url : String(input)).includes(path)) await held;
    return server.fetch(...asked);
  });
  return letThrough;
}

async function sitWith(name: string): Promise<void> {
  press('Choose');
  const question = await screen.findByRole('dialog');
  fireEvent.click(await within(question).findByLabelText(name));
  press('Sit together');
}

describe('the evening', () => {
  it('asks who sits beside me, and then says who plays the boss', async () => {
    openScreen('/evening');
    await screen.findByRole('heading', { name: 'Client a' });
    await sitWith('Zhou Qihang');
    expect(await screen.findByText('With Zhou Qihang')).toBeTruthy();
    expect(screen.getByText('6 minutes · Qihang plays the boss first')).toBeTruthy();
  });

  it('does not sit down without anybody, and says so', async () => {
    openScreen('/evening');
    await screen.findByRole('heading', { name: 'Client a' });
    press('Choose');
    press('Sit together');
    expect(screen.getByText('Choose one or two; then it can begin.')).toBeTruthy();
  });

  it('remembers who sat there the last time', async () => {
    const last = { id: 'd0', day: '2026-01-05', people: [qihang], rounds: 1, state: 'wrapped' };
    server.answers['GET /drills'] = {
      items: [{ ...last, people: [...last.people, { id: me() }] }],
      next_cursor: null,
    };
    openScreen('/evening');
    expect(await screen.findByText('With Zhou Qihang')).toBeTruthy();
  });

  it('says what was heard, when, and why this is the card', async () => {
    server.answers = eveningAnswers([cardOf('a', { reasons: [planned, heard] })]);
    openScreen('/evening');
    expect(await screen.findByText('太贵了')).toBeTruthy();
    expect(screen.getByText('Today 10:05, 吴建平')).toBeTruthy();
    press('Why this card');
    const why = within(await screen.findByRole('dialog'));
    const [visit, said] = why.getAllByRole('link');
    expect(visit?.textContent).toContain('You go there: Tomorrow 10:00, Follow-up');
    expect(visit?.getAttribute('href')).toBe(`/?day=${tomorrow}&visit=a`);
    expect(said?.textContent).toContain('Today 10:05, 吴建平: still open');
    expect(said?.getAttribute('href')).toBe('/visits/v8/check-in');
    expect(why.getByText('Nobody has played it with you yet.')).toBeTruthy();
  });

  it('calls a card after what somebody said where nobody goes tomorrow', async () => {
    const lost = { ...heard, id: 'd1', kind: 'returns' as const, on: '2026-01-05', at: null };
    const alone = { kind: 'objection' as const, visit: null };
    const back = cardOf('d1', { ...alone, reasons: [{ ...lost, said_by: null, step: 3 }] });
    server.answers = eveningAnswers([cardOf('o1', { ...alone, reasons: [heard] }), back]);
    openScreen('/evening');
    expect(await screen.findByText('Heard today')).toBeTruthy();
    const row = screen.getByRole('link', { name: /“太贵了”.*Client d1/ });
    expect(row.textContent).toMatch(/Client d1 · Not answered .*; back after 3 working days/);
    expect(row.textContent).toContain('+3 days');
    expect(row.getAttribute('href')).toBe('/evening/prepare/d1');
  });

  it('says of every card why it is there, with the way to where that came from', async () => {
    const lost = { ...heard, id: 'd1', kind: 'returns' as const, on: '2026-01-05', at: null };
    const back = { ...lost, said_by: null, step: 9 };
    server.answers = eveningAnswers([cardOf('a'), cardOf('b', { reasons: [planned, back] })]);
    openScreen('/evening', ['prepare']);
    const row = await screen.findByRole('link', { name: /Client b/ });
    expect(row.textContent).toMatch(/“太贵了” Not answered .*; back after 9 working days/);
    fireEvent.click(row);
    press(await screen.findByRole('button', { name: 'Why this card' }));
    const why = within(await screen.findByRole('dialog'));
    expect(why.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      `/?day=${tomorrow}&visit=b`,
      '/visits/v8/check-in',
    ]);
  });

  it('falls back on what the sheet expects', async () => {
    openScreen('/evening');
    expect(await screen.findByText(sheet.objections.items[0]?.words ?? '')).toBeTruthy();
    expect(screen.getByText('Expected, from the client sheet')).toBeTruthy();
  });

  it('leads to the sheet while an answer is missing', async () => {
    server.answers = eveningAnswers([unready]);
    openScreen('/evening');
    const link = await screen.findByRole('link', { name: 'Finish the sheet (2/4)' });
    expect(link.getAttribute('href')).toBe('/evening/prepare/a');
  });

  it('sends everybody home early when all was played', async () => {
    server.answers = eveningAnswers([cardOf('a', { rounds: 1 })]);
    openScreen('/evening');
    expect(await screen.findByText(/Go home early/)).toBeTruthy();
  });

  it('without a plan for tomorrow leads to one', async () => {
    server.answers = eveningAnswers([]);
    openScreen('/evening');
    const link = await screen.findByRole('link', { name: 'Plan a visit' });
    expect(link.getAttribute('href')).toBe('/visits/new');
  });

  it('that was never read here says so, and can be asked again', async () => {
    server.reachable = false;
    openScreen('/evening');
    expect(await screen.findByText(/not on this phone yet/)).toBeTruthy();
    server.reachable = true;
    press('Try again');
    expect(await screen.findByRole('heading', { name: 'Client a' })).toBeTruthy();
  });

  it('that the server could not tell says so, and can be asked again', async () => {
    server.answers['GET /drills/deck'] = refusal(503, 'busy', 'Later.');
    openScreen('/evening');
    expect(await screen.findByText(/The server has a fault/)).toBeTruthy();
    expect(screen.queryByText(/not on this phone yet/)).toBeNull();
    server.answers = eveningAnswers();
    press('Try again');
    expect(await screen.findByRole('heading', { name: 'Client a' })).toBeTruthy();
  });

  it('shows what was read before when there is no network', async () => {
    openScreen('/evening');
    await screen.findByRole('heading', { name: 'Client a' });
    server.reachable = false;
    press('Refresh');
    await waitFor(() => expect(screen.getByText('Client a')).toBeTruthy());
  });
});

describe('the preparation', () => {
  it('starts the round when the four answers stand, and writes nothing', async () => {
    openScreen('/evening/prepare/a');
    fireEvent.click(await screen.findByRole('button', { name: /Start round 1 · 6 minutes/ }));
    expect(await screen.findByText('at /evening/round/a')).toBeTruthy();
    expect(items.value).toHaveLength(0);
  });

  it('keeps half a sheet, and says what is still open', async () => {
    server.answers = eveningAnswers([unready]);
    server.answers['GET /clients/c-a/sheet'] = {
      ...sheet,
      situation: { text: '', unknown: false },
      competitors: { items: [], unknown: false },
      version: 1,
    };
    openScreen('/evening/prepare/a');
    press(await screen.findByRole('button', { name: 'Keep it (2/4)' }));
    expect(await screen.findByText(/Still open: How things stand · Who else/)).toBeTruthy();
    fireEvent.input(screen.getByLabelText(/What do they make/), { target: { value: 'lamps' } });
    server.reachable = false;
    press(await screen.findByRole('button', { name: 'Keep it (3/4)' }));
    expect(await screen.findByText('at /evening')).toBeTruthy();
    await waitFor(() => expect(items.value.map(({ kind }) => kind)).toEqual(['client-sheet']));
  });

  it('offers what he said today, also while the check-in waits on the phone', async () => {
    const heard = [{ type_key: null, words: '太贵了', visit_id: 'v8', on: today }];
    server.answers = eveningAnswers([cardOf('a', { heard })]);
    server.answers['PUT /visits/v9/check-in'] = refusal(503, 'later', 'Later.');
    const told = { client_id: 'c-a', happened_at: new Date().toISOString() };
    await enqueue({
      ...{ kind: 'check-in', lane: 'visit:v9', method: 'PUT', path: '/api/v1/visits/v9/check-in' },
      body: { ...told, objections: [{ type_key: null, words: '要问合伙人' }] },
    });
    openScreen('/evening/prepare/a');
    expect(await screen.findByRole('button', { name: '要问合伙人' })).toBeTruthy();
    press('One more');
    expect(screen.getByRole('button', { name: '太贵了' })).toBeTruthy();
    press('要问合伙人');
    const words = screen.getByLabelText<HTMLTextAreaElement>('In their own words');
    expect(words.value).toBe('要问合伙人');
    for (const name of ['一个单都没有。', '再考虑考虑。']) {
      expect(screen.getByRole('button', { name })).toBeTruthy();
    }
    const answer = screen.getByLabelText('Our answer');
    await waitFor(() => expect(document.activeElement).toBe(answer));
    expect(screen.queryByRole('button', { name: '太贵了' })).toBeNull();
  });

  it('writes nothing over a sheet that was never read here, and opens it with the network', async () => {
    server.answers['GET /clients'] = page([{ id: 'c9', name: '砚池文具', answers_ready: 4 }]);
    await clientsRead().reload();
    server.reachable = false;
    await planTomorrow('v9', { id: 'c9', name: '砚池文具' });
    openScreen('/evening/prepare/v9');
    expect(await screen.findByText(/was not read on this phone yet/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Keep it/ })).toBeNull();
    cleanup();
    openScreen('/evening');
    expect(await screen.findByText('Sheet 4/4')).toBeTruthy();
    expect(screen.queryByText(/Finish the sheet/)).toBeNull();
    server.reachable = true;
    server.answers['GET /clients/c9/sheet'] = { ...sheet, version: 3, missing: [], questions: [] };
    press(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'See the sheet' })).toBeTruthy();
  });

  it('stays open while what brought its card arrives and the deck is read again', async () => {
    server.answers['PUT /visits/v9/check-in'] = {};
    server.answers['GET /clients/c9/sheet'] = { ...sheet, version: 1, missing: [], questions: [] };
    server.reachable = false;
    await hearToday('v9', { id: 'c9', name: '砚池文具' });
    openScreen('/evening/prepare/o9');
    await waitFor(() => expect(deck().error).toBeTruthy());
    const letDeckThrough = holdBack('/drills/deck');
    server.reachable = true;
    await sendNow();
    expect(items.value).toHaveLength(0);
    expect(await screen.findByRole('heading', { name: '砚池文具' })).toBeTruthy();
    expect(screen.queryByText(/not in tonight’s deck/)).toBeNull();
    letDeckThrough();
  });

  it('of a visit that is not in the deck leads back', async () => {
    openScreen('/evening/prepare/nowhere');
    expect(await screen.findByText(/not in tonight’s deck/)).toBeTruthy();
  });
});

function me(): string {
  return '0199aaaa-0000-7000-8000-000000000001';
}
