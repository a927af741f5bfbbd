/** My evening with what I said of it and the server has not heard yet. */
import { describe, expect, it } from 'vitest';
import { eveningAtHand, refusedOffer } from './evening-at-hand';
import { eveningOf } from './testing/answers';
import { hejing, me, qihang, today, tomorrow, unsent } from './testing/examples';

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

it('shows the line on the day as it was written last', () => {
  const read = eveningOf({ reflection: 'before' });
  const said = [mine('reflection', 'PUT', { words: 'ask first' })];
  expect(eveningAtHand(read, said, at).reflection).toBe('ask first');
});
