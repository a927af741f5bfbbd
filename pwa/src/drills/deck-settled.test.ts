/** What was told of a visit and lies unsent decides which of the old cards stay in tonight's deck. */
import { expect, it } from 'vitest';
import { deckAtHand } from './deck';
import { cardOf, today, tomorrow, unsent } from './testing/examples';
import type { Reason } from './wire';

const returning: Reason = {
  ...{ kind: 'returns', id: 'card', origin: { kind: 'visit', id: 'then' }, on: today },
  ...{ at: null, said_by: null, type_key: 'price', words: '太贵了', step: 3 },
};
const read = {
  ...{ day: tomorrow, since: today, promised: null, points: [] },
  items: [cardOf('card', { kind: 'objection', visit: null, reasons: [returning] })],
};

function told(visit: string, ...results: string[]) {
  const items = results.map((result) => ({ objection_id: result, type_key: 'price', result }));
  return unsent({
    ...{ kind: 'reality-check', method: 'PUT', lane: `visit:${visit}` },
    body: { client_id: 'c-card', items },
  });
}

const left = (...results: string[]) =>
  deckAtHand(read, [told('then', ...results)], today).cards.map(({ id }) => id);

it('is gone once the client was answered', () => {
  expect(left('answered')).toEqual([]);
});

it('keeps the lost one of two of a kind at the same visit', () => {
  expect(left('answered', 'not_answered')).toEqual(['card']);
});
