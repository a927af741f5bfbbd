/** The evening and the preparation, in the states in which somebody finds them. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { items } from '../kit/outbox';
import { refusal, signedIn, type Backend } from '../people/testing/backend';
import { eveningAnswers } from './testing/answers';
import { cardOf, qihang, sheet, today } from './testing/examples';
import { openScreen, press } from './testing/screens';

let server: Backend;

beforeEach(async () => {
  server = await signedIn();
  server.answers = eveningAnswers();
});

const unready = cardOf('a', {
  sheet: { version: 1, answers_ready: 2, missing: ['situation', 'competitors'], questions: [] },
});

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
    const heard = [{ type_key: null, words: '太贵了', visit_id: 'v8', on: today }];
    server.answers = eveningAnswers([cardOf('a', { heard })]);
    openScreen('/evening');
    expect(await screen.findByText('太贵了')).toBeTruthy();
    expect(screen.getByText('Today, at the client')).toBeTruthy();
    press('Why this card');
    const why = await screen.findByRole('dialog');
    expect(within(why).getByText('Today: said at the client.')).toBeTruthy();
    expect(within(why).getByText('Nobody has played it with you yet.')).toBeTruthy();
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
    server.answers['GET /drills/deck'] = refusal(503, 'busy', 'Later.');
    openScreen('/evening');
    expect(await screen.findByText(/not on this phone yet/)).toBeTruthy();
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

  it('of a visit that is not in the deck leads back', async () => {
    openScreen('/evening/prepare/nowhere');
    expect(await screen.findByText(/not in tonight’s deck/)).toBeTruthy();
  });
});

function me(): string {
  return '0199aaaa-0000-7000-8000-000000000001';
}
