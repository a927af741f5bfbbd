/** Goals: what is short with what would help, agreeing, advice and its answer, thanks; also without a network. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { daysAfter } from '../kit/i18n/format';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { amountOf } from './actions';
import { factorValue, figure, inGroups, periodOf } from './figures';
import GoalScreen from './Goal';
import Goals from './Goals';
import { advice, brief, detail, goal, hejing, me, qihang, today } from './testing/examples';
import type { Goal, GoalDetail } from './wire';

let server: Backend;

beforeEach(async () => {
  server = await signedIn();
  server.answers = {
    [`GET /goals?owner=${me.id}`]: page([goal()]),
    'GET /goals/g1': detail(),
    'GET /goals/g1/rows': page([]),
    'GET /rewards': page([]),
    [`GET /people/${me.id}/forecast`]: {
      ...{ person: me, month: today, deals: [], without_promise: 0 },
      expected: { amount_minor: 0, currency: 'CNY' },
      promised: { amount_minor: 0, currency: 'CNY' },
    },
  };
});

function show(address: string): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path="/goals" component={Goals} />
        <Route path="/goals/:id" component={GoalScreen} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
}

/** Of the team whose rep the goals belong to. */
async function asManager(part: Partial<GoalDetail> = {}): Promise<void> {
  server = await signedIn({ ...xiaoman, role: 'manager', team_id: 't1' });
  server.answers = {
    'GET /goals/g1': detail({ owner: qihang, ...part }),
    'GET /goals/g1/rows': page([]),
  };
}

async function sheet() {
  return within(await screen.findByRole('dialog'));
}

function type(
  form: Awaited<ReturnType<typeof sheet>>,
  label: RegExp | string,
  value: string,
): void {
  fireEvent.input(form.getByLabelText(label), { target: { value } });
}

describe('my goals', () => {
  it('say what is short, what would help, and how to ask', async () => {
    show('/goals');
    expect(
      await screen.findByText(/What is short: Effective rate \(n 22, before n 30\)\./),
    ).toBeTruthy();
    expect(screen.getByText(/how the door was opened/)).toBeTruthy();
    const ask = screen.getByRole('link', { name: 'Ask for help' });
    expect(ask.getAttribute('href')).toBe('/help-requests/new?about=goal:g1');
    expect(screen.getByRole('progressbar').getAttribute('aria-label')).toBe(
      'Effective visits: 3 of 10',
    );
  });

  it('offer no help while nothing is short', async () => {
    server.answers[`GET /goals?owner=${me.id}`] = page([
      goal({ state: 'on_track', what_helps: null }),
    ]);
    show('/goals');
    expect(await screen.findByText('On track')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Ask for help' })).toBeNull();
  });

  it('are proposed without a network, and stand there as waiting', async () => {
    server.answers[`GET /goals?owner=${me.id}`] = page([]);
    show('/goals?new');
    const form = await sheet();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server.reachable = false;
    fireEvent.click(form.getByRole('button', { name: 'Propose it' }));
    expect(form.getByRole('alert').textContent).toBe('Write the target as a number.');
    type(form, 'Target', '12');
    type(form, 'Stretch, if it goes well', '11');
    fireEvent.click(form.getByRole('button', { name: 'Propose it' }));
    expect(form.getByRole('alert').textContent).toBe('The stretch is more than the target.');
    type(form, 'Stretch, if it goes well', '15');
    fireEvent.click(form.getByRole('button', { name: 'Propose it' }));
    await waitFor(() => expect(items.value).toHaveLength(1));
    expect(items.value[0]?.body).toMatchObject({
      ...{ owner_id: me.id, period: 'week', metric: 'effective_visits' },
      ...{ target: 12, stretch: 15, quality: null, day: today },
    });
    expect(await screen.findByText('Waits to be sent')).toBeTruthy();
  });
});

describe('one goal', () => {
  it('is agreed to by the side that did not propose it', async () => {
    const proposed = { ...brief, id: 'v2', proposed_by_id: hejing.id, target: 14 };
    server.answers['GET /goals/g1'] = detail({
      ...{ agreed: null, proposed },
      history: detail().history.map((one) => ({ ...one, ...proposed, proposed_by: hejing })),
    });
    show('/goals/g1');
    expect(await screen.findByText('He Jing proposes 14')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Agree' }));
    await waitFor(() =>
      expect(server.bodiesOf('PUT', '/goals/g1/agreement')).toEqual([{ version_id: 'v2' }]),
    );
  });

  it('waits for the other side when I proposed it', async () => {
    server.answers['GET /goals/g1'] = detail({ agreed: null, proposed: brief });
    show('/goals/g1');
    expect(await screen.findByText(/You proposed 10/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Agree' })).toBeNull();
  });

  it('shows each factor with its n, beside the period before', async () => {
    show('/goals/g1');
    const row = await screen.findByRole('row', { name: /Effective rate/ });
    expect(row.textContent).toBe('Effective rate34 % · n 945 % · n 20');
  });

  it('is changed with the reason', async () => {
    show('/goals/g1?change');
    const form = await sheet();
    type(form, 'Target', '8');
    fireEvent.click(form.getByRole('button', { name: 'Propose it' }));
    expect(form.getByRole('alert').textContent).toBe('Say why, in a few words.');
    type(form, 'Why change it?', '两天展会');
    fireEvent.click(form.getByRole('button', { name: 'Propose it' }));
    await waitFor(() =>
      expect(server.bodiesOf('POST', '/goals/g1/versions')).toMatchObject([
        { target: 8, why: '两天展会' },
      ]),
    );
  });
});

describe('month, week and day', () => {
  const whole = { period: 'month', first: `${today.slice(0, 8)}01`, last: daysAfter(today, 20) };
  const month = goal({ id: 'g9', metric: 'collected', currency: 'CNY', ...whole } as Partial<Goal>);

  it('a week stands in its month, and a month shows the weeks on the way', async () => {
    server.answers['GET /goals/g1'] = detail({ within: month, steps: [goal({ id: 'g2' })] });
    show('/goals/g1');
    const up = within(await screen.findByRole('list', { name: 'Part of' }));
    expect(up.getByRole('link').getAttribute('href')).toBe('/goals/g9');
    const down = within(screen.getByRole('list', { name: 'Steps on the way' }));
    expect(down.getByRole('link').getAttribute('href')).toBe('/goals/g2');
  });

  it('a week is proposed as a step of the month', async () => {
    server.answers[`GET /goals?owner=${me.id}`] = page([month, goal({ within_id: 'g9' })]);
    show('/goals?new');
    expect(await screen.findByText(/^Part of Collected/)).toBeTruthy();
    const form = await sheet();
    const larger = await form.findByLabelText('Part of which goal?');
    fireEvent.change(larger, { target: { value: 'g9' } });
    type(form, 'Target', '12');
    fireEvent.click(form.getByRole('button', { name: 'Propose it' }));
    await waitFor(() =>
      expect(server.bodiesOf('POST', '/goals')).toMatchObject([
        { period: 'week', within_id: 'g9' },
      ]),
    );
  });

  it('a month is asked for no larger goal', async () => {
    server.answers[`GET /goals?owner=${me.id}`] = page([month]);
    show('/goals?new');
    const form = await sheet();
    fireEvent.click(form.getByLabelText('Month'));
    expect(form.queryByLabelText('Part of which goal?')).toBeNull();
  });
});

describe('after a miss', () => {
  it('the rep reads on whose side the advice is', async () => {
    const due = daysAfter(today, 1);
    server.answers['GET /goals/g1'] = detail({ state: 'missed', advice_due: due });
    server.answers['GET /me'] = { manager: hejing };
    show('/goals/g1');
    expect(await screen.findByText(/That is on the other side, not on yours/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Give advice' })).toBeNull();
  });

  it('the manager names one kind, one step and a day', async () => {
    await asManager({ state: 'missed', advice_due: today });
    show('/goals/g1?advise');
    const form = await sheet();
    expect(form.getByRole<HTMLInputElement>('radio', { name: 'Method' }).checked).toBe(true);
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    const said = () => form.getAllByRole('alert').map(({ textContent }) => textContent);
    const all = ['Say it in a sentence.', 'Write one step.', 'Say how you will both see it.'];
    expect(said()).toEqual([...all, 'Choose a day.']);
    type(form, 'What you see', '先约老板再出门');
    expect(form.getByLabelText('What you see').getAttribute('aria-invalid')).toBeNull();
    expect(form.getByLabelText('One step').getAttribute('aria-invalid')).toBe('true');
    type(form, 'One step', '每天约好一位');
    type(form, 'How will you both see it?', '周计划里有');
    type(form, 'Until when?', daysAfter(today, 3));
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.bodiesOf('PUT', '/goals/g1/advice')).toMatchObject([
        { kind: 'method', step: '每天约好一位', due: daysAfter(today, 3) },
      ]),
    );
  });

  it.each(['rep', 'manager'])(
    'the %s reads the own step, its day and how both will see it',
    async (who) => {
      const step = {
        id: 'c1',
        owner: me,
        words: '讲给师傅听',
        how_seen: '周三演练',
        outcome: null,
      };
      const promise = { ...step, due: daysAfter(today, 1) };
      const answer = { answer: 'other_cause', answer_words: '我讲不清三档的差别' } as const;
      const told = { state: 'closed', advice: { ...advice, ...answer, promise } } as const;
      if (who === 'manager') await asManager({ ...told, owner: me });
      else server.answers['GET /goals/g1'] = detail(told);
      show('/goals/g1');
      expect(await screen.findByText('Step of Lin Xiaoman: 讲给师傅听 · by tomorrow')).toBeTruthy();
      expect(screen.getByText('How you both see it: 周三演练')).toBeTruthy();
      expect(screen.getByText('What was advised: 每天约好一位')).toBeTruthy();
      expect(screen.queryByText(/周计划里有/)).toBeNull();
    },
  );

  it('the rep takes the step in one tap', async () => {
    server.answers['GET /goals/g1'] = detail({ state: 'missed', advice });
    show('/goals/g1');
    expect(await screen.findByText('先约老板再出门')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Yes, I take the step' }));
    await waitFor(() =>
      expect(server.bodiesOf('PUT', '/goals/g1/advice/answer')).toEqual([{ answer: 'agree' }]),
    );
  });

  it('or names another cause with an own step', async () => {
    server.answers['GET /goals/g1'] = detail({ state: 'missed', advice });
    show('/goals/g1?answer');
    const form = await sheet();
    type(form, 'The cause, in your words', '我讲不清三档的差别');
    fireEvent.click(form.getByLabelText('Knowledge'));
    type(form, 'Your own step', '讲给师傅听');
    type(form, 'How will you both see it?', '周三演练');
    type(form, 'Until when?', daysAfter(today, 2));
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.bodiesOf('PUT', '/goals/g1/advice/answer')).toMatchObject([
        { answer: 'other_cause', correction: 'knowledge', step: '讲给师傅听' },
      ]),
    );
  });
});

describe('a manager', () => {
  it('sees by exception, with misses that wait for advice first and their lateness on this side', async () => {
    await asManager();
    const late = goal({ id: 'g2', state: 'missed', advice_due: daysAfter(today, -2) });
    const rest = { answer: [], off_track: [], drifting: [goal()], agreement: [], reward: [] };
    server.answers['GET /goals/awaiting'] = { advice: [late], ...rest };
    show('/goals');
    expect(await screen.findByText(/^Late, was for/)).toBeTruthy();
    const titles = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
    expect(titles).toEqual(['Misses that wait for your advice', 'Drifting']);
  });

  it('is sent home when nobody needs them', async () => {
    await asManager();
    const none = { advice: [], off_track: [], drifting: [], agreement: [], reward: [] };
    server.answers['GET /goals/awaiting'] = none;
    show('/goals');
    expect(await screen.findByText('Nobody needs you here today')).toBeTruthy();
  });

  it('says thanks with what helped', async () => {
    await asManager({ state: 'met', what_helps: null });
    show('/goals/g1?thank');
    const form = await sheet();
    type(form, /What helped/, '每家都约好了下一步');
    fireEvent.click(form.getByRole('button', { name: 'Say thanks' }));
    await waitFor(() =>
      expect(server.bodiesOf('PUT', '/goals/g1/reward')).toEqual([{ why: '每家都约好了下一步' }]),
    );
  });
});

describe('figures in words', () => {
  it('are money where the metric is, else a count', () => {
    expect(figure({ metric: 'collected', currency: 'CNY' }, 5_980_000)).toBe('¥59,800');
    expect(figure({ metric: 'visits', currency: null }, 13)).toBe('13');
    expect(factorValue('order_size', 4_486_700, 'CNY')).toBe('¥44,867');
    expect(factorValue('visits', 5.24, null)).toBe('5.2 a day');
    expect(factorValue('close_rate', null, null)).toBe('no case');
  });

  it('are read as they are typed, and refused when they are no number', () => {
    expect(amountOf('98,000', 'collected', 'CNY')).toBe(9_800_000);
    expect(amountOf(' 12 ', 'visits', 'CNY')).toBe(12);
    expect(['0', '-3', '1.5', 'many'].map((one) => amountOf(one, 'visits', 'CNY'))).toEqual(
      Array(4).fill(null),
    );
  });

  it('name their period', () => {
    const year = today.slice(0, 4);
    const week = { first: `${year}-03-23`, last: `${year}-03-29` };
    expect(periodOf({ period: 'week', ...week })).toBe('23 Mar – 29 Mar');
    expect(periodOf({ period: 'month', first: `${year}-03-01`, last: `${year}-03-31` })).toBe(
      'March',
    );
  });

  it('stand by period, and what still waits for something is not over', () => {
    const over = daysAfter(today, -9);
    const missed = goal({ id: 'g2', state: 'missed', first: over, last: over });
    const closed = goal({ id: 'g3', state: 'closed', first: over, last: over });
    const monthly = goal({ id: 'g4', period: 'month' });
    const groups = inGroups([goal(), missed, closed, monthly], today);
    expect(groups.open.map(({ period, goals }) => [period, goals.map(({ id }) => id)])).toEqual([
      ['month', ['g4']],
      ['week', ['g1']],
      ['week', ['g2']],
    ]);
    expect(groups.over.map(({ id }) => id)).toEqual(['g3']);
  });
});
