/** What is worked out without a screen: addresses, times in words, what lies unsent. */
import { beforeEach, describe, expect, it } from 'vitest';
import { chosen } from '../kit/i18n/lang';
import type { Item } from '../kit/outbox';
import { askAddress, askingIn, likelyKind } from './about';
import { bornRequests, helpAtHand } from './at-hand';
import { dueInWords, isLate, lateInWords } from './due';
import { seatFor, seatsOf } from './seats';
import { inMinutes, requestOf } from './testing/examples';
import { hanxue, hejing, xiaoman } from './testing/people';

const ID = '0199cccc-0000-7000-8000-000000000001';

beforeEach(() => {
  chosen.value = 'en';
});

function queryOf(address: string): Record<string, string> {
  return Object.fromEntries(new URL(address, 'http://x').searchParams);
}

function item(kind: string, body: object): Item {
  const part = { kind, body, lane: 'help:h1', savedAt: Date.now(), label: { client: 'Ruichuan' } };
  return part as unknown as Item;
}

describe('an address', () => {
  it('tells what it is about, and of a round the client too', () => {
    const client = { id: 'c1', name: 'Ruichuan' };
    expect(askingIn(queryOf(askAddress('visit', ID, client)))).toEqual({
      about: { kind: 'visit', id: ID },
      client: null,
      name: 'Ruichuan',
      words: '',
    });
    expect(askingIn(queryOf(askAddress('round', ID, client))).client).toBe('c1');
  });

  it('that was written by hand asks about nothing', () => {
    expect(askingIn({ about: 'person:1' }).about).toBeNull();
    expect(askingIn({}).about).toBeNull();
  });

  it('has the likely kind at hand, and none where anything may be meant', () => {
    expect(likelyKind(askingIn({ about: `visit:${ID}` }))).toBe('client');
    expect(likelyKind(askingIn({ about: `round:${ID}` }))).toBe('knowledge');
    expect(likelyKind(askingIn({}))).toBeNull();
  });
});

describe('a promise in words', () => {
  const now = Date.parse('2026-03-24T06:10:00Z');

  it.each([
    ['2026-03-24T06:19:00Z', '9 min left'],
    ['2026-03-24T12:00:00Z', 'by 20:00'],
  ])('is how long there is (%s)', (due, said) => {
    expect(dueInWords(due, now)).toBe(said);
  });

  it.each([
    ['2026-03-24T06:09:50Z', '1 min late'],
    ['2026-03-24T03:00:00Z', '3 h late'],
    ['2026-03-21T06:00:00Z', '3 d late'],
  ])('or since when it is over (%s)', (due, said) => {
    expect(lateInWords(due, now)).toBe(said);
  });

  it('is not late once it is kept, and not before it arrived', () => {
    const due_at = '2026-03-24T06:00:00Z';
    const same = { due_at, helper_due_at: due_at };
    expect(isLate({ owed: true, ...same }, now)).toBe(true);
    expect(isLate({ owed: false, ...same }, now)).toBe(false);
    const handedOver = { due_at, helper_due_at: '2099-03-24T06:30:00Z' };
    expect(isLate({ owed: true, ...handedOver }, now)).toBe(false);
    expect(isLate({ owed: true, due_at: null, helper_due_at: null }, now)).toBe(false);
  });
});

describe('what lies unsent', () => {
  const asked = {
    ...{ id: 'h1', kind: 'price', needed: 'now', audience: 'manager', words: null },
    ...{ about: null, wanted: null, happened_at: inMinutes(-3) },
  };

  it('is a request without a promise', () => {
    const born = helpAtHand(undefined, [item('help', asked)], xiaoman);
    expect(born).toMatchObject({ due_at: null, helper: null, isUnsent: true, state: 'raised' });
    expect(bornRequests([item('help', asked)], new Set(['h1']), xiaoman)).toEqual([]);
  });

  it('of a helper answers it at once', () => {
    const said = { id: 'a1', words: 'Yes', offers: 'none', on_day: null };
    const shown = helpAtHand(requestOf(), [item('help-answer', said)], hejing);
    expect(shown).toMatchObject({ state: 'answered', owed: false });
    expect(shown?.answers).toMatchObject([{ words: 'Yes', isUnsent: true }]);
  });

  it('of the asker is a word and no answer', () => {
    const said = { id: 'a1', words: 'He leaves at five', offers: 'none', on_day: null };
    const shown = helpAtHand(requestOf(), [item('help-answer', said)], xiaoman);
    expect(shown).toMatchObject({ state: 'raised', owed: true });
    expect(shown?.answers).toHaveLength(1);
  });

  it('closes, tries and opens again', () => {
    const [tried, closed, stuck] = [
      item('help-tried', { still_stuck: false }),
      item('help-outcome', { helped: 'yes' }),
      item('help-tried', { still_stuck: true }),
    ];
    const stateAfter = (...done: Item[]) => helpAtHand(requestOf(), done, xiaoman)?.state;
    expect(stateAfter(tried)).toBe('tried');
    expect(stateAfter(tried, closed)).toBe('solved');
    expect(stateAfter(tried, closed, stuck)).toBe('answered');
  });
});

describe('whom I may ask', () => {
  const around = { manager: hejing, mentor: hanxue, teammates: 3 };

  it('is the manager first, then the mentor, then the team', () => {
    expect(seatsOf(around, 'client').map(({ audience }) => audience)).toEqual([
      ...['manager', 'mentor', 'team'],
    ]);
  });

  it('is no team in which nobody else works', () => {
    const alone = { manager: null, mentor: null, teammates: 0 };
    expect(seatsOf(alone, 'client')).toEqual([]);
  });

  it('is the manager, by the seat alone, while this phone has not read who it is', () => {
    expect(seatsOf(undefined, 'client')).toEqual([{ audience: 'manager', person: null }]);
  });

  it('is one person for what is personal, also when the team was chosen before', () => {
    const seats = seatsOf(around, 'personal');
    expect(seatFor(seats, 'team')?.audience).toBe('manager');
  });
});
