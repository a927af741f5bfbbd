/** The table of tonight: who sits there, and which drill a round belongs to. */
import { describe, expect, it } from 'vitest';
import { firstSeats } from './seats';
import { drillOf, hejing, me, qihang, today, tomorrow } from './testing/examples';
import { drillFor, nextNumber, partnersOf, withRound, type Tonight } from './tonight';

const nobody: Tonight = { partners: [], drill: null, open: null };
const pair = [me.id, qihang.id];
const at = { me: me.id, people: pair, day: today, startedAt: `${today}T10:40:00Z` };

describe('the drill of a round', () => {
  it('is born with the first round, of me and the others', () => {
    const drill = drillFor(nobody, at);
    expect(drill.born).toMatchObject({ day: today, people_ids: ['p2'], started_at: at.startedAt });
    expect(drill.told).toBe(false);
  });

  it('is the same for the next round of the same people, in whatever seats', () => {
    const drill = drillFor(nobody, at);
    const then = withRound(nobody, drill, { rep: me.id, change: 'ask first' });
    expect(drillFor(then, { ...at, people: [...pair].reverse() }).born).toBe(drill.born);
    expect(then.drill).toMatchObject({ told: true, rounds: 1, changes: { [me.id]: 'ask first' } });
    expect(nextNumber(then, pair, today)).toBe(2);
  });

  it('is another one with other people, and on another day', () => {
    const then = withRound(nobody, drillFor(nobody, at), { rep: me.id, change: '' });
    const id = then.drill?.born.id;
    expect(drillFor(then, { ...at, people: [me.id, hejing.id] }).born.id).not.toBe(id);
    expect(drillFor(then, { ...at, day: tomorrow }).born.id).not.toBe(id);
    expect(nextNumber(then, pair, tomorrow)).toBe(1);
  });
});

describe('who sits beside me', () => {
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
