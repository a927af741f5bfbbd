/** Tonight's cards, with what lies unsent on the phone laid over them. */
import { describe, expect, it } from 'vitest';
import { emptySheet } from '../clients/sheet';
import { deckAtHand, nextCard } from './deck';
import { cardOf, sheet, today, tomorrow, unsent } from './testing/examples';

const read = (...items: ReturnType<typeof cardOf>[]) => ({ day: tomorrow, items });
const ids = (deck: { cards: ReturnType<typeof cardOf>[] }) =>
  deck.cards.map(({ visit }) => visit.id);

it('shows clients not played yet first, each group by time', () => {
  const cards = read(
    cardOf('a', { rounds: 2 }),
    cardOf('c', { visit: { ...cardOf('c').visit, planned_time: '15:00' } }),
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
    const move = unsent({ kind: 'move', method: 'PUT', lane: 'visit:a' });
    expect(ids(deckAtHand(read(cardOf('a')), [move], today))).toEqual([]);
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
  expect(nextCard(deck, 'a')?.visit.id).toBe('d');
  expect(nextCard(deck, 'd')?.visit.id).toBe('a');
});
