/** What somebody can say of their own evening: not tonight, I wait, I will play, one line on the day. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enqueue, items, openDraft } from '../kit/outbox';
import { signedIn, type Backend } from '../people/testing/backend';
import { eveningAnswers, eveningOf } from './testing/answers';
import { cardOf, hejing, qihang, today, tomorrow } from './testing/examples';
import { openScreen, press } from './testing/screens';
import type { PersonsEvening } from './wire';

let server: Backend;

beforeEach(async () => {
  server = await signedIn();
  server.answers = eveningAnswers();
  const table = openDraft('evening', {});
  await vi.waitUntil(() => table.ready.value);
  await table.discard();
  table.close();
});

afterEach(() => vi.useRealTimers());

function evening(other: Partial<PersonsEvening>): void {
  server.answers[`GET /drills/evenings/${today}`] = eveningOf(other);
}

/** As after eight o'clock at an organisation that keeps its hours. */
function atWork(now: string): void {
  const me = server.answers['GET /me'] as { organisation: object };
  server.answers['GET /me'] = { ...me, organisation: { ...me.organisation, demo: false } };
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T${now}:00+08:00`) });
}

function kinds(): string[] {
  return items.value.map(({ kind, method }) => `${kind} ${method}`);
}

describe('who sits beside me', () => {
  it('is suggested with the reason, and can be changed', async () => {
    evening({ suggested: [{ person: hejing, why: 'manager' }] });
    openScreen('/evening');
    expect(await screen.findByText('With He Jing')).toBeTruthy();
    expect(screen.getByText('Suggested: your manager')).toBeTruthy();
    press('Change');
    const sheet = within(await screen.findByRole('dialog'));
    expect(sheet.getByRole('group', { name: /Suggested tonight/ }).textContent).toContain(
      'your manager',
    );
    expect(sheet.getByRole('group', { name: /Everybody else/ }).textContent).toContain(
      'Zhou Qihang',
    );
  });

  it('comes to whoever waits', async () => {
    openScreen('/evening');
    server.reachable = false;
    press(await screen.findByRole('button', { name: 'Choose' }));
    press(await screen.findByRole('button', { name: /I wait for a partner/ }));
    expect(await screen.findByText('You wait for a partner')).toBeTruthy();
    expect(kinds()).toEqual(['partner-wish PUT']);
  });

  it('has said so', async () => {
    evening({ partner_wish: { offered_by: hejing }, partner: hejing });
    openScreen('/evening');
    expect(await screen.findByText('With He Jing')).toBeTruthy();
    expect(screen.getByText('Said: I will play with you')).toBeTruthy();
  });

  it('need not come in vain when somebody else sits down', async () => {
    evening({ partner_wish: { offered_by: hejing }, partner: hejing });
    openScreen('/evening');
    await screen.findByText('With He Jing');
    server.reachable = false;
    press('Change');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByLabelText('He Jing'));
    fireEvent.click(sheet.getByLabelText('Zhou Qihang'));
    press('Sit together');
    expect(await screen.findByText('With Zhou Qihang')).toBeTruthy();
    await waitFor(() => expect(kinds()).toEqual(['partner-wish DELETE']));
  });
});

it('offers to play with a colleague who waits, and takes it back', async () => {
  evening({ waiting: [{ person: qihang, offered_by: null }] });
  openScreen('/evening');
  const offer = await screen.findByRole('button', { name: 'I will play' });
  server.reachable = false;
  press(offer);
  expect(await screen.findByText('You come')).toBeTruthy();
  expect(await screen.findByText('You said you would come')).toBeTruthy();
  press('Take it back');
  expect(await screen.findByRole('button', { name: 'I will play' })).toBeTruthy();
  expect(kinds()).toEqual(['offer PUT', 'offer DELETE']);
});

it('tells the others that a suggested colleague waits no more once the clock runs', async () => {
  evening({
    suggested: [{ person: qihang, why: 'waits' }],
    waiting: [{ person: qihang, offered_by: null }],
  });
  openScreen('/evening', ['round']);
  fireEvent.click(await screen.findByRole('link', { name: 'Start the round' }));
  const turn = await screen.findByRole('button', { name: /turn the boss card/ });
  server.reachable = false;
  press(turn);
  await waitFor(() => expect(kinds()).toEqual(['offer PUT']));
});

describe('what asks for a round tonight', () => {
  const origin = { kind: 'visit', id: 'a' };
  const asked = [
    { kind: 'newcomer', origin, type_key: null, met: true, client: null },
    { kind: 'big_order', origin, type_key: null, met: false, client: null },
  ] as const;

  it('is one line of what was not played yet, and blocks nothing', async () => {
    evening({ obligations: [...asked] });
    openScreen('/evening');
    const line = await screen.findByText(/Worth playing tonight/);
    expect(line.textContent).toBe(
      'Worth playing tonight: Client a’s big order, once in each seat.',
    );
    expect(screen.getByRole('button', { name: 'Start the round' })).toBeTruthy();
  });

  it('names the client whose boss may say what stalled twice', async () => {
    const client = { id: 'c-a', name: 'Client a' };
    evening({
      obligations: [{ kind: 'stalled_twice', origin, type_key: 'noresult', met: false, client }],
    });
    openScreen('/evening');
    const line = await screen.findByText(/Worth playing tonight/);
    expect(line.textContent).toBe(
      'Worth playing tonight: “We tried, nothing came” has stalled twice; let Client a’s boss say it.',
    );
  });

  it('is silent when all was played', async () => {
    evening({ obligations: asked.map((one) => ({ ...one, met: true })) });
    openScreen('/evening');
    await screen.findByRole('heading', { name: 'Client a' });
    expect(screen.queryByText(/Worth playing/)).toBeNull();
  });
});

describe('not tonight', () => {
  it('takes a reason and another time without a network, and stands as a sentence', async () => {
    openScreen('/evening');
    const button = await screen.findByRole('button', { name: 'Not tonight' });
    server.reachable = false;
    press(button);
    const sheet = within(await screen.findByRole('dialog'));
    press(sheet.getByRole('button', { name: /^Move it/ }));
    expect(sheet.getByRole('alert').textContent).toBe(
      'Say why in one tap; then somebody can help.',
    );
    fireEvent.click(sheet.getByLabelText('Something at home'));
    fireEvent.input(sheet.getByLabelText(/A few words/), { target: { value: 'fever' } });
    fireEvent.click(sheet.getByLabelText('Another day'));
    press(sheet.getByRole('button', { name: 'Move it' }));
    expect(sheet.getByRole('alert').textContent).toMatch(/Choose a later day/);
    fireEvent.input(sheet.getByLabelText('Which day'), { target: { value: tomorrow } });
    press(sheet.getByRole('button', { name: 'Move it to tomorrow evening' }));
    expect(
      await screen.findByText(/Not tonight: Something at home \(“fever”\). Tomorrow evening/),
    ).toBeTruthy();
    expect(items.value[0]).toMatchObject({
      ...{ kind: 'postponement', method: 'PUT', lane: `evening:${today}` },
      body: { reason: 'family', words: 'fever', to_day: tomorrow, to_part: 'evening' },
    });
    expect(screen.queryByRole('button', { name: 'Not tonight' })).toBeNull();
  });

  it('is taken back in one tap, and never blocks a round', async () => {
    const postponement = { reason: 'unwell', words: null, to_day: tomorrow, to_part: 'morning' };
    evening({ postponement: postponement as PersonsEvening['postponement'], partner: hejing });
    openScreen('/evening');
    expect(await screen.findByText('Jing plays with you then.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Start the round' })).toBeTruthy();
    server.reachable = false;
    press('I will play after all');
    expect(await screen.findByRole('button', { name: 'Not tonight' })).toBeTruthy();
    expect(kinds()).toEqual(['postponement DELETE']);
  });
});

describe('after the evening has closed', () => {
  it('says so, has the cards in place, and asks for nothing', async () => {
    atWork('20:30');
    evening({
      obligations: [
        {
          ...{ kind: 'newcomer', origin: { kind: 'person', id: 'p' }, type_key: null },
          ...{ met: false, client: null },
        },
      ],
      waiting: [{ person: qihang, offered_by: null }],
      reflection: 'ask first',
    });
    openScreen('/evening');
    expect(await screen.findByText(/Eight o’clock, done/)).toBeTruthy();
    const card = await screen.findByRole('link', { name: /Client a/ });
    expect(card.getAttribute('href')).toBe('/evening/prepare/a');
    expect(await screen.findByText(/ask first/)).toBeTruthy();
    const asked = screen.queryAllByRole('button').map((button) => button.textContent);
    expect(asked.filter(Boolean)).toEqual([]);
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('my day', () => {
  it('says what I did and what came back, with the way to where it came from', async () => {
    const back = { kind: 'held', origin: { kind: 'visit', id: 'v1' }, type_key: null };
    server.answers['GET /today/evening'] = {
      ...{ day: today, visits: 4, heard: 1, rounds_this_week: 11 },
      came_back: [{ ...back, client: { id: 'c', name: '暖屿' }, words: '太贵了' }],
    };
    openScreen('/evening');
    expect(
      await screen.findByText(
        'Today: 4 visits, 1 sentence in a client’s words. 11 rounds fired this week.',
      ),
    ).toBeTruthy();
    const held = screen.getByRole('link', { name: /“太贵了”/ });
    expect(held.textContent).toContain('It came, and you had the answer');
    expect(held.getAttribute('href')).toBe('/visits/v1/check-in');
  });

  it('ends with one line that nobody else reads', async () => {
    openScreen('/evening');
    const field = await screen.findByLabelText('What did today teach you?');
    expect(screen.getByText('Only you ever read it.')).toBeTruthy();
    server.reachable = false;
    fireEvent.input(field, { target: { value: 'ask first' } });
    press('Keep it');
    expect(await screen.findByText(/ask first/)).toBeTruthy();
    expect(items.value[0]).toMatchObject({ kind: 'reflection', body: { words: 'ask first' } });
  });
});

it('plays tonight what was heard where nobody goes tomorrow, before it is sent', async () => {
  server.answers = eveningAnswers([cardOf('a', { rounds: 1 })]);
  server.reachable = false;
  await enqueue({
    ...{ kind: 'check-in', method: 'PUT', lane: 'visit:v9', path: '/api/v1/visits/v9/check-in' },
    label: { client: '砚池文具' },
    body: {
      client_id: 'c9',
      happened_at: new Date().toISOString(),
      objections: [{ id: 'o9', type_key: null, words: '太贵了' }],
    },
  });
  openScreen('/evening');
  expect(await screen.findByRole('heading', { name: '砚池文具' })).toBeTruthy();
  press('Why this card');
  const why = within(await screen.findByRole('dialog'));
  expect(why.getByRole('link').textContent).toContain('not sent yet');
});
