/** PKs: what may be proposed, how the two see it, and that a withdrawn one is gone at once. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { lang } from '../kit/i18n/lang';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import Rival from './Rival';
import RivalNew from './RivalNew';
import Rivals from './Rivals';
import { blank, lacksOf, sent, stillThere } from './rivals';
import type { RivalForm, RivalryDetail } from './rivals-wire';

let server: Backend;
const today = dayOf();
const me = { id: xiaoman.id, family_name: '林', given_name: '小满', latin_name: 'Lin Xiaoman' };
const qihang = { id: 'p2', family_name: '周', given_name: '启航', latin_name: 'Zhou Qihang' };

function pk(part: Partial<RivalryDetail> = {}): RivalryDetail {
  return {
    ...{
      id: 'k1',
      proposed_by: me,
      rival: qihang,
      first_day: today,
      last_day: daysAfter(today, 4),
    },
    ...{ before_first: null, before_last: null, state: 'running', stake: 'tea', version: 1 },
    ...{ currency: 'CNY', my_learn: '怎么约老板', their_learn: '怎么接异议' },
    ...{ i_tell: false, they_tell: false, outcome: null },
    terms: [
      {
        ...{ metric: 'effective_visits', handicap: 2, handicap_for_id: me.id },
        ...{ mine: { value: 4, n: 4 }, theirs: { value: 6, n: 6 } },
      },
    ],
    ...part,
  };
}

beforeEach(async () => {
  server = await signedIn();
  lang.value = 'zh-CN';
  server.answers = {
    'GET /rivalries': page([pk()]),
    'GET /rivalries/on-the-wall': page([
      { id: 'k2', people: [qihang, me], last_day: daysAfter(today, 3) },
    ]),
    'GET /rivalries/k1': pk(),
    'GET /people?team=mine&limit=100': page([
      { ...me, role: 'rep' },
      { ...qihang, role: 'rep' },
      { ...qihang, id: 'p9', given_name: '静', role: 'manager' },
    ]),
  };
});

function show(address: string): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path="/rivals" component={Rivals} />
        <Route path="/rivals/new" component={RivalNew} />
        <Route path="/rivals/:id" component={() => <Rival id="k1" />} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
}

function form(part: Partial<RivalForm> = {}): RivalForm {
  return { ...blank(), rival: 'p2', learn: '怎么约老板', ...part };
}

describe('what may be proposed', () => {
  it.each([
    [{ metrics: [] }, null, 'lackMetric'],
    [{ metrics: ['signed', 'collected'] }, null, 'lackOwnHands'],
    [{ last: daysAfter(blank().first, 31) }, null, 'lackDays'],
    [{ first: daysAfter(today, -1) }, null, 'lackDays'],
    [{ handicapOf: 'effective_visits' }, null, 'lackHandicap'],
    [{ handicap: '3' }, 3, 'lackHandicap'],
    [{ learn: '  ' }, null, 'lackLearn'],
    [{ handicap: '3', handicapOf: 'effective_visits' }, 3, null],
  ] as const)('%o with the handicap %s: %s', (part, handicap, word) => {
    expect(lacksOf(form(part as Partial<RivalForm>), handicap)).toBe(word);
  });

  it('sends neither stake nor handicap against oneself', () => {
    const alone = form({ rival: '', handicap: '3', handicapOf: 'effective_visits' });
    const body = sent(alone, 'k9', me.id, 3);
    expect(body).toMatchObject({ rival_id: null, stake: null });
    expect(body.terms).toEqual([{ metric: 'effective_visits' }]);
  });

  it('adds the handicap to one side of one metric', () => {
    const told = form({ handicap: '3', handicapOf: 'effective_visits', handicapFor: 'rival' });
    expect(sent(told, 'k9', me.id, 3).terms).toEqual([
      { metric: 'effective_visits', handicap: 3, handicap_for_id: 'p2' },
    ]);
  });
});

describe('proposing', () => {
  it('always offers the own last month, then the reps of the team', async () => {
    show('/rivals/new');
    await screen.findByText('周启航');
    const offered = screen.getAllByRole('radio');
    expect(offered.map((one) => (one as HTMLInputElement).value)).toEqual(['', 'p2']);
  });

  it('says what is missing, then keeps the proposal in the outbox', async () => {
    show('/rivals/new');
    fireEvent.click(await screen.findByText('周启航'));
    fireEvent.click(screen.getByRole('button', { name: '提出来' }));
    expect((await screen.findByRole('alert')).textContent).toBe('写一句友好的话：想学什么？');
    fireEvent.input(screen.getByLabelText('你想向对方学什么？'), {
      target: { value: '怎么约老板' },
    });
    fireEvent.click(screen.getByRole('button', { name: '提出来' }));
    await waitFor(() => expect(items.value.map(({ kind }) => kind)).toEqual(['pk']));
    expect(items.value[0]?.body).toMatchObject({ rival_id: 'p2', stake: 'tea' });
  });
});

describe('one PK', () => {
  it('shows the facts of both in the agreed order, with the handicap beside them', async () => {
    show('/rivals/k1');
    const row = await screen.findByRole('row', { name: /有效拜访/ });
    expect([...row.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['4', '6']);
    expect(screen.getByText('有效拜访：给你加 2')).toBeTruthy();
  });

  it('asks the other one how, when they went further', async () => {
    server.answers['GET /rivalries/k1'] = pk({ state: 'settled', outcome: 'less' });
    show('/rivals/k1');
    expect(await screen.findByText(/问问是怎么做的/)).toBeTruthy();
    expect(screen.getByText('你请喝茶')).toBeTruthy();
    expect(screen.queryByText('悄悄撤回')).toBeNull();
  });

  it('accepts only with a friendly word', async () => {
    server.answers['GET /rivalries/k1'] = pk({ state: 'proposed', proposed_by: qihang, rival: me });
    show('/rivals/k1');
    fireEvent.click(await screen.findByRole('button', { name: '答应' }));
    expect((await screen.findByRole('alert')).textContent).toBe('写一句友好的话：想学什么？');
    expect(items.value).toEqual([]);
  });
});

describe('the list', () => {
  it('offers no second PK while one is open, and shows of the wall names and a day', async () => {
    show('/rivals');
    expect(await screen.findByText('周启航和林小满有一场PK赛')).toBeTruthy();
    expect(screen.queryByRole('link', { name: '提一场PK赛' })).toBeNull();
  });

  it('knows a withdrawn one no more, sent or not', () => {
    const gone = { lane: 'pk:k1', method: 'DELETE' } as never;
    expect(stillThere([pk()], [gone])).toEqual([]);
    expect(stillThere([pk()], [])).toHaveLength(1);
  });
});
