import { describe, expect, it } from 'vitest';
import { emptySheet } from '../clients/sheet';
import type { Item } from '../kit/outbox';
import { xiaoman } from '../people/testing/backend';
import { toldOf, visitOf } from '../visits/testing/examples';
import { dayFrom, stopsOf, visitsIn, type Around } from './day';
import { pairsOf } from './pairs';
import type { Prep, TodayCard } from './wire';

const DAY = '2026-03-26';
const around: Around = { day: DAY, rep: xiaoman, known: () => undefined };
const prep: Prep = {
  goal: null,
  objections: [],
  agreed: [],
  questions: [],
  rounds: 0,
  sheet_version: 0,
  answers_ready: 0,
};

function card(part: Partial<TodayCard>): TodayCard {
  return {
    ...visitOf({ day: DAY }),
    contact: null,
    prep,
    reality: [],
    promise: null,
    also_promised: null,
    company: null,
    tries: [],
    ...part,
  };
}

function unsent(part: Partial<Item>): Item {
  const item = { kind: 'check-in', method: 'PUT', lane: 'visit:v1', label: {}, state: 'waiting' };
  return { ...item, ...part } as Item;
}

const told = { client_id: 'c1', purpose: 'follow_up', happened_at: '2026-03-26T02:00:00Z' };

const line = { id: 'l1', words: '太贵了', answer: '按单算', type_key: null, answer_id: null };

describe('a day', () => {
  it('opens the next visit, after what is settled and before what is still to come', () => {
    const stops = stopsOf(
      [
        card({ id: 'late', planned_time: '16:00' }),
        card({ id: 'next', planned_time: '11:00' }),
        card({ id: 'any', planned_time: null }),
        card({ id: 'done', planned_time: '14:00', state: 'done', check_in: toldOf() }),
      ],
      [],
      around,
    );
    const { before, open, after } = dayFrom(stops, undefined);
    expect(before.map((stop) => stop.card.id)).toEqual(['done']);
    expect(open?.card.id).toBe('next');
    expect(after.map((stop) => stop.card.id)).toEqual(['late', 'any']);
  });

  it('opens the visit that was asked for, but never one that is done', () => {
    const stops = stopsOf(
      [
        card({ id: 'done', state: 'done', check_in: toldOf() }),
        card({ id: 'next' }),
        card({ id: 'asked' }),
      ],
      [],
      around,
    );
    expect(dayFrom(stops, 'asked').open?.card.id).toBe('asked');
    expect(dayFrom(stops, 'done').open?.card.id).toBe('next');
  });

  it('counts neither what was moved nor what was called off', () => {
    const cards = [card({ id: 'a' }), card({ id: 'b', state: 'moved' })];
    expect(visitsIn(stopsOf(cards, [], around))).toBe(1);
  });
});

describe('what is not sent yet', () => {
  it('shows a check-in as done at once', () => {
    const body = { ...told, outcome: 'stalled', objections: [] };
    const [stop] = stopsOf([card({})], [unsent({ body })], around);
    expect(stop?.card.state).toBe('done');
    expect(stop?.card.check_in?.outcome).toBe('stalled');
    expect(stop?.unsent).toBe('waiting');
  });

  it('lays a change over what is stored and leaves the rest', () => {
    const stored = card({ state: 'done', check_in: toldOf() });
    const change = unsent({ method: 'PATCH', body: { outcome: 'nobody_met' }, state: 'rejected' });
    const [stop] = stopsOf([stored], [change], around);
    expect(stop?.card.state).toBe('not_met');
    expect(stop?.card.check_in?.objections).toHaveLength(1);
    expect(stop?.unsent).toBe('stuck');
  });

  it('adds a plan of this phone to its day, once, also when it is checked in already', () => {
    const plan = { id: 'v9', client_id: 'c9', day: DAY, purpose: 'first', planned_time: '10:00' };
    const items = [
      unsent({
        kind: 'visit',
        method: 'POST',
        lane: 'visit:v9',
        body: plan,
        label: { client: '新海' },
      }),
      unsent({ lane: 'visit:v9', body: { ...told, client_id: 'c9', outcome: 'lost' } }),
    ];
    const stops = stopsOf([], items, around);
    expect(stops).toHaveLength(1);
    expect(stops[0]?.card).toMatchObject({ client: { id: 'c9', name: '新海' }, state: 'done' });
    expect(stopsOf([], items, { ...around, day: '2026-03-27' })).toEqual([]);
  });

  it('adds an unplanned check-in on the day it happened', () => {
    const [stop] = stopsOf([], [unsent({ body: { ...told, outcome: 'paid' } })], around);
    expect(stop?.card).toMatchObject({ planned: false, planned_time: null, state: 'done' });
  });

  it('takes a moved visit from its day and puts it on the other', () => {
    const body = { id: 'v2', to_day: '2026-03-27', planned_time: '09:00', reason: '展会' };
    const move = unsent({ kind: 'move', body });
    const [here] = stopsOf([card({})], [move], around);
    expect(here?.card).toMatchObject({ state: 'moved', moved_to: '2026-03-27' });
    const there = stopsOf([], [move], { ...around, day: '2026-03-27', known: () => visitOf() });
    expect(there[0]?.card).toMatchObject({ id: 'v2', client: { id: 'c1' }, state: 'planned' });
  });

  it('brings the rounds and the agreed lines of last night onto the card', () => {
    const body = { visit_id: 'v1', started_at: '2026-03-25T11:00:00Z', lines: [line] };
    const round = unsent({ kind: 'round', method: 'POST', lane: 'drill:d1', body });
    const [stop] = stopsOf([card({})], [round], around);
    expect(stop?.card.prep.rounds).toBe(1);
    expect(stop?.card.prep.agreed).toEqual([{ ...line, drill_id: 'd1', agreed_on: '2026-03-25' }]);
  });
});

describe('a sheet that waits to be sent', () => {
  const body = {
    ...emptySheet(),
    id: 's1',
    decider: { text: '吴建平一个人定', unknown: false },
    situation: { text: '', unknown: true },
    objections: { items: [{ ...line, answer: '' }], unknown: false },
    goal: '看去年的询盘',
  };
  const sheet = unsent({ kind: 'client-sheet', lane: 'client-sheet:c1', body });

  it('stands on the card of its client as it was written', () => {
    const stored = card({ prep: { ...prep, goal: '老目标', questions: ['decider'] } });
    const [stop] = stopsOf([stored], [sheet], around);
    expect(stop?.card.prep).toEqual({
      ...prep,
      goal: '看去年的询盘',
      objections: [{ ...line, answer: null }],
      questions: ['situation'],
      answers_ready: 3,
    });
  });

  it('changes neither the cards of other clients nor what waits of the visit itself', () => {
    const other = { id: 'c2', name: '新海' };
    const [, there] = stopsOf([card({}), card({ id: 'v2', client: other })], [sheet], around);
    expect(there?.card.prep).toEqual(prep);
    expect(stopsOf([card({})], [sheet], around)[0]?.unsent).toBeNull();
  });
});

describe('the pairs of the card', () => {
  const agreed = { ...line, drill_id: 'd1', agreed_on: '2026-03-25' };
  const expected = (words: string) => ({
    ...{ id: words, words, answer: null, type_key: null, answer_id: null },
  });

  it('begin with what was agreed last night and say nothing twice', () => {
    const pairs = pairsOf({ ...prep, agreed: [agreed], objections: [expected('太贵了')] });
    expect(pairs).toMatchObject([{ said: '太贵了', ours: '按单算', agreed: { drill_id: 'd1' } }]);
  });

  it('are three at most', () => {
    const objections = ['一', '二', '三', '四'].map(expected);
    expect(pairsOf({ ...prep, objections }).map(({ said }) => said)).toEqual(['一', '二', '三']);
  });
});
