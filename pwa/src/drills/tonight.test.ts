/** The table of tonight: who sits there, and which drill a round belongs to. */
import { describe, expect, it } from 'vitest';
import type { LineForm } from './lines';
import { firstSeats } from './seats';
import { drillOf, hejing, me, qihang, today, tomorrow } from './testing/examples';
import {
  drillFor,
  nextNumber,
  partnersOf,
  playedBefore,
  withRound,
  type RoundOver,
  type Tonight,
} from './tonight';

const nobody: Tonight = { partners: [], drill: null, open: null };
const pair = [me.id, qihang.id];
const at = { me: me.id, people: pair, day: today, startedAt: `${today}T10:40:00Z` };

const line: LineForm = {
  ...{ id: 'o1', words: '太贵了', answer: '按单算', typeKey: 'price', answerId: null },
  ...{ from: { kind: 'agreed', on: today }, taken: true },
};
const boss = { temper: 'proud', mood: 'tired', note: null } as const;
const surprises = ['trader'];
const over: RoundOver = { rep: me.id, change: '', card: 'v1', agreed: [line], boss, surprises };

describe('the drill of a round', () => {
  it('is born with the first round, of me and the others', () => {
    const drill = drillFor(nobody, at);
    expect(drill.born).toMatchObject({ day: today, people_ids: ['p2'], started_at: at.startedAt });
    expect(drill.told).toBe(false);
  });

  it('is the same for the next round of the same people, in whatever seats', () => {
    const drill = drillFor(nobody, at);
    const then = withRound(nobody, drill, { ...over, change: 'ask first' });
    expect(drillFor(then, { ...at, people: [...pair].reverse() }).born).toBe(drill.born);
    expect(then.drill).toMatchObject({ told: true, rounds: 1, changes: { [me.id]: 'ask first' } });
    expect(nextNumber(then, pair, today)).toBe(2);
  });

  it('is another one with other people, and on another day', () => {
    const then = withRound(nobody, drillFor(nobody, at), over);
    const id = then.drill?.born.id;
    expect(drillFor(then, { ...at, people: [me.id, hejing.id] }).born.id).not.toBe(id);
    expect(drillFor(then, { ...at, day: tomorrow }).born.id).not.toBe(id);
    expect(nextNumber(then, pair, tomorrow)).toBe(1);
  });
});

describe('what was played on a card', () => {
  const then = withRound(nobody, drillFor(nobody, at), over);

  it('is remembered while these people go on with other cards', () => {
    const later = withRound(then, drillFor(then, at), { ...over, card: 'v2', agreed: [] });
    expect(playedBefore(later, { people: pair, day: today, card: 'v1' })).toEqual({
      ...{ agreed: [line], boss, surprises },
    });
    expect(playedBefore(later, { people: pair, day: today, card: 'v2' }).agreed).toEqual([]);
  });

  it('is what the last round on it has left', () => {
    const later = withRound(then, drillFor(then, at), { ...over, agreed: [] });
    expect(playedBefore(later, { people: pair, day: today, card: 'v1' }).agreed).toEqual([]);
  });

  it('holds every surprise of the evening, not the last one alone', () => {
    const later = withRound(then, drillFor(then, at), { ...over, surprises: ['fair'] });
    const played = playedBefore(later, { people: pair, day: today, card: 'v1' });
    expect(played.surprises).toEqual(['trader', 'fair']);
  });

  it('is nothing yet at another table, or on another evening', () => {
    const nothing = { agreed: [], boss: null, surprises: [] };
    const others = { people: [me.id, hejing.id], day: today, card: 'v1' };
    expect(playedBefore(then, others)).toEqual(nothing);
    expect(playedBefore(then, { people: pair, day: tomorrow, card: 'v1' })).toEqual(nothing);
  });
});

describe('who sits in the seats', () => {
  it('is whoever was chosen', () => {
    expect(partnersOf({ ...nobody, partners: [hejing] }, [], me.id)).toEqual([hejing]);
  });

  it('else whoever sat there the last time', () => {
    const last = { ...drillOf('d1'), rounds: 2 };
    expect(partnersOf(nobody, [last], me.id)).toEqual([qihang]);
    expect(partnersOf(nobody, undefined, me.id)).toEqual([]);
  });

  it('plays the boss first; a third one watches', () => {
    expect(firstSeats(me, [])).toBeNull();
    expect(firstSeats(me, [qihang, hejing])).toEqual({ rep: me, boss: qihang, observer: hejing });
  });
});
