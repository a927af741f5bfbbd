/** My evening with what I said of it and the server has not heard yet. */
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../kit/i18n/format';
import { eveningAtHand, refusedOffer } from './evening-at-hand';
import { eveningOf } from './testing/answers';
import { hejing, me, qihang, today, tomorrow, unsent } from './testing/examples';

const yesterday = daysAfter(today, -1);
const at = { day: today, me };
const mine = (kind: string, method: 'PUT' | 'DELETE', body?: object) =>
  unsent({ kind, method, lane: `evening:${today}`, body });
const offer = (method: 'PUT' | 'DELETE', other = {}) =>
  unsent({
    kind: 'offer',
    method,
    lane: `offer:${today}:${qihang.id}`,
    state: 'waiting',
    ...other,
  });
const later = { reason: 'family', words: null, to_day: tomorrow, to_part: 'evening' } as const;

it('that was never read asks for nothing and knows nobody', () => {
  const now = eveningAtHand(undefined, [], at);
  expect(now).toMatchObject({ obligations: [], postponement: null, waits: false, partner: null });
});

describe('a postponement', () => {
  it('stands before it is sent', () => {
    const now = eveningAtHand(eveningOf(), [mine('postponement', 'PUT', later)], at);
    expect(now.postponement).toEqual(later);
  });

  it('taken back here is gone, whatever the server has', () => {
    const read = eveningOf({ postponement: later });
    const said = [mine('postponement', 'PUT', later), mine('postponement', 'DELETE')];
    expect(eveningAtHand(read, said, at).postponement).toBeNull();
  });

  it('said on another evening stands on the day it was moved to', () => {
    const lane = `evening:${yesterday}`;
    const body = { ...later, to_day: today, to_part: 'morning' };
    const said = unsent({ kind: 'postponement', method: 'PUT', lane, body });
    const moved = { from_day: yesterday, part: 'morning' } as const;
    expect(eveningAtHand(undefined, [said], at)).toMatchObject({
      ...{ postponement: null, movedHere: moved },
    });
    expect(eveningAtHand(eveningOf({ moved_here: moved }), [], at).movedHere).toEqual(moved);
    const takenBack = unsent({ kind: 'postponement', method: 'DELETE', lane });
    const read = eveningOf({ moved_here: moved });
    expect(eveningAtHand(read, [said, takenBack], at).movedHere).toBeNull();
  });

  it('leaves the partner of tonight behind', () => {
    const read = eveningOf({ partner: hejing });
    expect(eveningAtHand(read, [], at).partner).toEqual(hejing);
    const said = [mine('postponement', 'PUT', later)];
    expect(eveningAtHand(read, said, at).partner).toBeNull();
  });
});

describe('a wish for a partner', () => {
  it('stands before it is sent, and ends when it is withdrawn', () => {
    const wish = mine('partner-wish', 'PUT');
    expect(eveningAtHand(eveningOf(), [wish], at).waits).toBe(true);
    const read = eveningOf({ partner_wish: { offered_by: hejing }, partner: hejing });
    const now = eveningAtHand(read, [wish, mine('partner-wish', 'DELETE')], at);
    expect(now).toMatchObject({ waits: false, partner: null });
  });
});

describe('an offer to a colleague who waits', () => {
  const read = eveningOf({ waiting: [{ person: qihang, offered_by: null }] });
  const comes = (...said: ReturnType<typeof offer>[]) =>
    eveningAtHand(read, said, at).waiting[0]?.offered_by?.id;

  it('names me before it is sent, until I take it back', () => {
    expect(comes(offer('PUT'))).toBe(me.id);
    expect(comes(offer('PUT'), offer('DELETE'))).toBeUndefined();
  });

  it('does not push aside whoever has offered before', () => {
    const taken = eveningOf({ waiting: [{ person: qihang, offered_by: hejing }] });
    expect(eveningAtHand(taken, [offer('DELETE')], at).waiting[0]?.offered_by).toEqual(hejing);
  });

  it('that came too late is not shown as mine, and says what the server said', () => {
    const problem = { type: '', title: '', status: 409, code: 'partner_found', detail: 'Taken.' };
    const late = offer('PUT', { state: 'rejected', problem });
    expect(comes(late)).toBeUndefined();
    expect(refusedOffer([late], { day: today, person: qihang.id })).toBe('Taken.');
  });
});

describe('a drill begun on this phone', () => {
  const begins = (day: string) =>
    unsent({ kind: 'drill', body: { id: 'd1', day, people_ids: [qihang.id] } });
  const read = eveningOf({
    partner_wish: { offered_by: null },
    waiting: [qihang, hejing].map((person) => ({ person, offered_by: null })),
  });
  const waiting = (...said: ReturnType<typeof begins>[]) => {
    const now = eveningAtHand(read, said, at);
    return [now.waits, ...now.waiting.map(({ person }) => person.id)];
  };

  it('leaves nobody of its table waiting, before it is sent', () => {
    expect(waiting()).toEqual([true, qihang.id, hejing.id]);
    expect(waiting(begins(today))).toEqual([false, hejing.id]);
  });

  it('of another evening changes nothing', () => {
    expect(waiting(begins('2026-01-05'))).toEqual([true, qihang.id, hejing.id]);
  });
});

it('shows the line on the day as it was written last', () => {
  const read = eveningOf({ reflection: 'before' });
  const said = [mine('reflection', 'PUT', { words: 'ask first' })];
  expect(eveningAtHand(read, said, at).reflection).toBe('ask first');
});
