/** A review with what lies unsent on this device laid over it. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../kit/outbox';
import { KINDS, reviewAtHand } from './at-hand';
import { awaitedOf, lackOf, ownersOf, tappersOf } from './promising';
import { hejing, promiseOf, qihang, reviewOf } from './testing/examples';

const SAVED = Date.UTC(2026, 10, 26, 8, 30);

function unsent(kind: string, body: unknown, part: Partial<Item> = {}): Item {
  const path = '/api/v1/reviews/r/answers/review_goal';
  return { kind, body, path, savedAt: SAVED, state: 'waiting', ...part } as Item;
}

describe('what waits to be sent', () => {
  it('is the part of the pre-read that I have written', () => {
    const told = unsent(KINDS.part, { person: { wants: 'How to meet the owner' } });
    const now = reviewAtHand(reviewOf(), [told], qihang);
    expect(now.persons_part).toMatchObject({ wants: 'How to meet the owner', stuck: null });
    expect(now.persons_part?.by).toEqual(qihang);
    expect(now.prepared).toBe(true);
  });

  it('begins the talk with the first answer, and keeps the others as they are', () => {
    const now = reviewAtHand(reviewOf(), [unsent(KINDS.answer, { words: 'Two to go' })], hejing);
    expect(now.state).toBe('in_session');
    expect(now.questions.map(({ answer }) => answer)).toEqual(['Two to go', null]);
  });

  it('is a new list of promises that takes the taps back', () => {
    const tapped = { person: hejing, recorded_by: hejing, at: '2026-11-26T08:00:00Z' };
    const before = reviewOf({ promises_version: 1, agreements: [tapped] });
    const promises = [{ id: 'n', owner_id: 'q', words: 'w', how_seen: 's', due: '2026-12-03' }];
    const now = reviewAtHand(before, [unsent(KINDS.promises, { promises })], hejing);
    expect(now.promises[0]?.owner).toEqual(qihang);
    expect(now).toMatchObject({ promises_version: 2, agreements: [] });
  });

  it('closes the review with the last tap that was awaited, and a tap counts for its own person', () => {
    const tap = [unsent(KINDS.agreement, {})];
    const talk = reviewOf({ state: 'in_session', preparation: 'mine' });
    expect(reviewAtHand(talk, tap, hejing).state).toBe('in_session');
    const told = { person: qihang, recorded_by: qihang, at: '2026-11-26T08:00:00Z' };
    const now = reviewAtHand({ ...talk, agreements: [told] }, tap, hejing);
    expect(now).toMatchObject({ state: 'agreed', preparation: null });
    expect(now.agreements.map(({ person }) => person.id)).toEqual(['q', 'h']);
  });

  it('moves, skips and leaves with the reason in sight', () => {
    const moved = unsent(KINDS.day, { day: '2026-11-27', starts: '17:00', reason: 'fair' });
    const late = reviewOf({ late: true });
    expect(reviewAtHand(late, [moved], qihang)).toMatchObject({
      ...{ day: '2026-11-27', starts: '17:00', late: false },
      moved: { from_day: '2026-11-26', reason: 'fair' },
    });
    const skipped = unsent(KINDS.skip, { reason: 'fair' });
    expect(reviewAtHand(reviewOf(), [skipped], hejing)).toMatchObject({
      state: 'skipped',
      called_off: { reason: 'fair' },
    });
    const left = unsent(KINDS.proposal, { taken: false, reason: 'done' });
    expect(reviewAtHand(reviewOf({ state: 'proposed' }), [left], qihang).state).toBe('left');
  });

  it('is not laid over once the server has refused it', () => {
    const refused = unsent(KINDS.answer, { words: 'x' }, { state: 'rejected' });
    expect(reviewAtHand(reviewOf(), [refused], hejing)).toEqual(reviewOf());
  });
});

describe('before both agree', () => {
  it('somebody of each side has promised something', () => {
    expect(lackOf(reviewOf())).toBe('person');
    expect(lackOf(reviewOf({ promises: [promiseOf(hejing)] }))).toBe('person');
    expect(lackOf(reviewOf({ promises: [promiseOf(qihang)] }))).toBe('host');
    expect(lackOf(reviewOf({ promises: [promiseOf(qihang), promiseOf(hejing)] }))).toBeNull();
  });

  it('host and person promise and tap, and in a team the host and each who promises', () => {
    expect(ownersOf(reviewOf()).map(({ id }) => id)).toEqual(['q', 'h']);
    expect(tappersOf(reviewOf()).map(({ id }) => id)).toEqual(['h', 'q']);
    const team = reviewOf({ kind: 'team', person: null });
    expect(tappersOf(team).map(({ id }) => id)).toEqual(['h']);
    expect(ownersOf(team, qihang).map(({ id }) => id)).toEqual(['h', 'q']);
    const promised = { ...team, promises: [promiseOf(qihang)] };
    expect(tappersOf(promised).map(({ id }) => id)).toEqual(['h', 'q']);
    const tapped = { person: hejing, recorded_by: hejing, at: '2026-11-26T08:00:00Z' };
    expect(awaitedOf({ ...promised, agreements: [tapped] })).toEqual([qihang]);
  });
});
