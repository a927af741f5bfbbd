/** A class as it stands on this phone, with what lies unsent laid over it. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../kit/outbox';
import { KINDS, sessionAtHand, topicsAtHand, VOTE } from './at-hand';
import { aLine, aSession, aTopic, hejing, xiaoman } from './testing/classes';

function unsent(kind: string, part: Partial<Item> = {}): Item {
  return {
    ...{ id: 1, kind, lane: 'session:s1', method: 'PUT', path: '', state: 'waiting' },
    ...{ savedAt: Date.parse('2026-03-24T09:00:00Z'), body: {} },
    ...part,
  } as unknown as Item;
}

const CAME = unsent(KINDS.attendance, {
  path: `/api/v1/sessions/s1/attendance/${xiaoman.id}`,
  body: { mark: 'came' },
});
const SHOWN = unsent(KINDS.evidence, {
  method: 'POST',
  body: { id: 'e1', origin: { kind: 'visit', id: 'v1' }, words: '他自己算了一单。' },
});
const SEEN = unsent(KINDS.confirmation, {
  path: '/api/v1/sessions/s1/evidence/e1/confirmation',
});

describe('a class at hand', () => {
  it('is announced, held and closed as soon as somebody says so', () => {
    const now = (kind: string) => sessionAtHand(aSession(), [unsent(kind)], hejing).state;
    expect(now(KINDS.announcement)).toBe('announced');
    expect(now(KINDS.holding)).toBe('held');
    expect(now(KINDS.closing)).toBe('closed');
  });

  it('counts who has still to practise with what lies unsent', () => {
    const read = aSession({ state: 'practising', missing: 0 });
    expect(sessionAtHand(read, [CAME], hejing).missing).toBe(1);
    const shown = sessionAtHand(read, [CAME, SHOWN], xiaoman);
    expect(shown.missing).toBe(1);
    expect(sessionAtHand(read, [CAME, SHOWN, SEEN], xiaoman).missing).toBe(0);
  });

  it('tells no count to those who are told none', () => {
    const read = aSession({ missing: null });
    expect(sessionAtHand(read, [SHOWN], xiaoman).missing).toBeNull();
  });

  it('does not lay over what came back', () => {
    const refused = { ...CAME, state: 'rejected' } as Item;
    expect(sessionAtHand(aSession(), [refused], hejing)).toEqual(aSession());
  });

  it('keeps the reason of somebody who has caught up', () => {
    const missed = { mark: 'missed' as const, reason: '客户改时间', make_up_day: '2026-03-26' };
    const read = aSession({ attendance: [aLine(missed)] });
    const caught = { ...CAME, body: { mark: 'caught_up' } };
    expect(sessionAtHand(read, [caught], hejing).attendance[0]).toMatchObject({
      mark: 'caught_up',
      reason: '客户改时间',
    });
  });
});

describe('topics at hand', () => {
  const mine = { team: aTopic().team, by: xiaoman };

  it('count my vote at once, and no longer when I withdraw it', () => {
    const given = unsent(VOTE, { lane: 'topic:t1' });
    expect(topicsAtHand([aTopic()], [given], mine)[0]).toMatchObject({ votes: 3, my_vote: true });
    const back = unsent(VOTE, { lane: 'topic:t1', method: 'DELETE' });
    expect(topicsAtHand([aTopic()], [given, back], mine)[0]).toMatchObject({
      votes: 2,
      my_vote: false,
    });
  });

  it('show what I asked for before it has arrived', () => {
    const wish = { id: 't2', topic: '怎么约老板', topic_class: 'business' };
    const born = unsent('topic', { lane: 'topic:t2', method: 'POST', body: wish });
    const [first] = topicsAtHand([aTopic()], [born], mine);
    expect(first).toMatchObject({ id: 't2', votes: 1, my_vote: true, by: xiaoman });
  });
});
