/** Tonight's cards, with what lies unsent on the phone laid over them. */
import { describe, expect, it } from 'vitest';
import { emptySheet } from '../clients/sheet';
import { daysAfter } from '../kit/i18n/format';
import type { VisitKnown } from '../visits/known';
import { deckAtHand, nextCard } from './deck';
import type { PhoneKnows } from './deck-unsent';
import type { SheetRead } from './wire';
import { cardOf, sheet, today, tomorrow, unsent, visitOf } from './testing/examples';

const read = (...items: ReturnType<typeof cardOf>[]) => ({
  day: tomorrow,
  since: today,
  items,
  promised: null,
  points: [],
});
const moved = (id: string, to_day: string) =>
  unsent({
    ...{ kind: 'move', method: 'PUT', lane: `visit:${id}` },
    body: { id: `${id}-later`, to_day, planned_time: '08:30' },
  });
const nothing: PhoneKnows = {
  visit: () => undefined,
  sheet: () => undefined,
  answersListed: () => undefined,
  bigOrder: () => undefined,
};
const ids = (deck: { cards: ReturnType<typeof cardOf>[] }) => deck.cards.map(({ id }) => id);

it('shows clients not played yet first, each group by time', () => {
  const cards = read(
    cardOf('a', { rounds: 2 }),
    cardOf('c', { visit: visitOf('c', { planned_time: '15:00' }) }),
    cardOf('b'),
  );
  expect(ids(deckAtHand(cards, [], today))).toEqual(['b', 'c', 'a']);
});

it('counts a round that waits to be sent', () => {
  const round = unsent({ kind: 'round', body: { visit_id: 'a' } });
  expect(deckAtHand(read(cardOf('a')), [round], today).cards[0]?.rounds).toBe(1);
});

describe('a check-in that waits to be sent', () => {
  const checkIn = unsent({
    kind: 'check-in',
    method: 'PUT',
    lane: 'visit:v9',
    body: {
      client_id: 'c-a',
      happened_at: new Date().toISOString(),
      objections: [{ id: 'x', type_key: 'price', words: '太贵了' }],
    },
  });

  it('is heard on its card already, before what was heard earlier', () => {
    const old = { type_key: null, words: 'old', visit_id: 'v8', on: today };
    const heard = deckAtHand(read(cardOf('a', { heard: [old] })), [checkIn], today).cards[0]?.heard;
    expect(heard?.map(({ words }) => words)).toEqual(['太贵了', 'old']);
  });

  it('is not heard twice while the server has it already', () => {
    const same = { type_key: 'price', words: '太贵了', visit_id: 'v9', on: today };
    const cards = deckAtHand(read(cardOf('a', { heard: [same] })), [checkIn], today).cards;
    expect(cards[0]?.heard).toHaveLength(1);
  });
});

describe('a plan that waits to be sent', () => {
  const plan = unsent({
    kind: 'visit',
    lane: 'visit:n',
    label: { client: '新客户' },
    body: { id: 'n', client_id: 'cn', day: tomorrow, planned_time: '09:00', purpose: 'first' },
  });

  it('has its card, with all four answers open', () => {
    const deck = deckAtHand(read(cardOf('a')), [plan], today);
    expect(ids(deck)).toEqual(['n', 'a']);
    expect(deck.cards[0]).toMatchObject({
      client: { id: 'cn', name: '新客户' },
      sheet: { answers_ready: 0 },
    });
  });

  it('names the day where the server has not been asked yet', () => {
    expect(deckAtHand(undefined, [plan], today)).toMatchObject({ day: tomorrow });
    expect(deckAtHand(undefined, [], today)).toEqual({ day: null, cards: [] });
  });

  it('goes when the visit is moved away', () => {
    const move = moved('a', daysAfter(tomorrow, 1));
    expect(ids(deckAtHand(read(cardOf('a')), [move], today))).toEqual([]);
  });
});

it('has a card for the visit that was moved to tomorrow here, with the plan it had', () => {
  const plan = {
    client: { id: 'c9', name: '砚池文具' },
    purpose: 'close',
    aim: null,
    amount: null,
  };
  const phone = { ...nothing, visit: () => plan as VisitKnown };
  const [card] = deckAtHand(read(), [moved('v9', tomorrow)], today, phone).cards;
  expect(card).toMatchObject({
    ...{ id: 'v9-later', client: plan.client },
    visit: { purpose: 'close', planned_time: '08:30', day: tomorrow },
  });
});

it('knows another time that was planned here', () => {
  const later = unsent({
    ...{ kind: 'visit', method: 'PATCH', lane: 'visit:a', body: { planned_time: '16:00' } },
  });
  expect(ids(deckAtHand(read(cardOf('a'), cardOf('b')), [later], today))).toEqual(['b', 'a']);
});

describe('an objection at a client who is not seen tomorrow', () => {
  const said = { id: 'o9', type_key: 'price', words: '太贵了' };
  const checkIn = (happened_at: string, ...objections: object[]) =>
    unsent({
      ...{ kind: 'check-in', method: 'PUT', lane: 'visit:v9', label: { client: '砚池文具' } },
      body: { client_id: 'c9', happened_at, met_name: '谢文涛', objections },
    });
  const now = checkIn(new Date().toISOString(), said);

  it('has a card of its own, with the sheet this phone has read', () => {
    const known = { ...sheet, version: 2, answers_ready: 4, missing: [], questions: [] };
    const phone = { ...nothing, sheet: () => known as Partial<SheetRead> as SheetRead };
    const [card] = deckAtHand(read(), [now], today, phone).cards;
    expect(card).toMatchObject({
      ...{ id: 'o9', kind: 'objection', visit: null, client: { id: 'c9', name: '砚池文具' } },
      reasons: [{ kind: 'heard_today', origin: { kind: 'visit', id: 'v9' }, said_by: '谢文涛' }],
      ...{ sheet: { version: 2, missing: [] }, heard: [{ words: '太贵了' }] },
    });
  });

  it('whose sheet was never read here says how far it is, and is not played from nothing', () => {
    const phone = { ...nothing, answersListed: () => 4 };
    const deck = deckAtHand(read(), [now], today, phone);
    expect(deck.cards[0]).toMatchObject({ unread: true, sheet: { answers_ready: 4 } });
    expect(nextCard(deck, 'other')).toBeUndefined();
    const written = unsent({
      ...{ kind: 'client-sheet', method: 'PUT', lane: 'client-sheet:c9' },
      body: { ...emptySheet(), ...sheet },
    });
    expect(deckAtHand(read(), [now, written], today, phone).cards[0]?.unread).toBe(false);
  });

  it('is played also before the server was ever asked', () => {
    expect(ids(deckAtHand(undefined, [now], today, nothing))).toEqual(['o9']);
  });

  it('counts the rounds at that client', () => {
    const round = unsent({ kind: 'round', body: { visit_id: null, client_id: 'c9' } });
    expect(deckAtHand(read(), [now, round], today, nothing).cards[0]?.rounds).toBe(1);
  });

  it('of an earlier day is played only while that day counts', () => {
    const friday = checkIn(`${daysAfter(today, -1)}T04:00:00Z`, said);
    expect(ids(deckAtHand(read(), [friday], today, nothing))).toEqual([]);
    const dayOff = { ...read(), since: daysAfter(today, -1) };
    expect(ids(deckAtHand(dayOff, [friday], today, nothing))).toEqual(['o9']);
  });

  it('goes when the check-in is put right here', () => {
    const right = unsent({
      ...{ kind: 'check-in', method: 'PATCH', lane: 'visit:v9', body: { objections: [] } },
    });
    expect(ids(deckAtHand(read(), [now, right], today, nothing))).toEqual([]);
  });

  it('comes when it is added to a check-in that the server has', () => {
    const added = unsent({
      ...{ kind: 'check-in', method: 'PATCH', lane: 'visit:v9', body: { objections: [said] } },
    });
    const known = { day: today, client: { id: 'c9', name: '砚池文具' }, check_in: null };
    const phone = { ...nothing, visit: () => known as VisitKnown };
    expect(ids(deckAtHand(read(), [added], today, nothing))).toEqual([]);
    expect(ids(deckAtHand(read(), [added], today, phone))).toEqual(['o9']);
  });
});

it('knows a sheet that was written here', () => {
  const written = unsent({
    kind: 'client-sheet',
    method: 'PUT',
    lane: 'client-sheet:c-a',
    body: { ...emptySheet(), ...sheet, situation: { text: '', unknown: false } },
  });
  const card = deckAtHand(read(cardOf('a')), [written], today).cards[0];
  expect(card?.sheet).toMatchObject({ answers_ready: 3, missing: ['situation'] });
});

it('leads on to the next client that is ready and not played', () => {
  const open = { version: 1, answers_ready: 3, missing: ['decider' as const], questions: [] };
  const deck = deckAtHand(
    read(cardOf('a'), cardOf('b', { sheet: open }), cardOf('c', { rounds: 1 }), cardOf('d')),
    [],
    today,
  );
  expect(nextCard(deck, 'a')?.id).toBe('d');
  expect(nextCard(deck, 'd')?.id).toBe('a');
});
