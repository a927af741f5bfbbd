/** An evening afterwards, with what is still on the phone. */
import { describe, expect, it } from 'vitest';
import { drillAtHand, drillsOf } from './drill';
import { roundNewOf } from './round-new';
import { drillOf, judged, me, qihang, roundOf, today, unsent } from './testing/examples';

const known = new Map([me, qihang].map((person) => [person.id, person]));
const start = unsent({
  kind: 'drill',
  lane: 'drill:d1',
  path: '/api/v1/drills',
  body: { id: 'd1', day: today, people_ids: ['p2'], started_at: `${today}T10:40:00Z` },
});
const fired = unsent({
  kind: 'round',
  lane: 'drill:d1',
  path: '/api/v1/drills/d1/rounds',
  label: { client: '暖屿灯饰' },
  body: roundNewOf(judged()),
});

describe('a drill that is still on this phone only', () => {
  it('is shown whole: people, rounds, seats', () => {
    const drill = drillAtHand(undefined, [start, fired], known, me.id);
    expect(drill?.people).toEqual([me, qihang]);
    expect(drill?.rounds).toMatchObject([{ number: 1, rep: me, boss: qihang, version: null }]);
    expect(drill?.bothSeats).toBe(false);
  });

  it('stands in the list of the day with its rounds', () => {
    const lines = drillsOf(today, { read: [], unsent: [start, fired], known, me: me.id });
    expect(lines).toMatchObject([{ id: 'd1', rounds: 1, isWrapped: false }]);
  });
});

it('adds rounds that wait to those the server has, and none twice', () => {
  const body = roundNewOf(judged());
  const arrived = unsent({ ...fired, body });
  const read = drillOf('d1', { rounds: [roundOf(body.id)] });
  const rounds = drillAtHand(read, [arrived, fired], known, me.id)?.rounds;
  expect(rounds?.map(({ number }) => number)).toEqual([1, 2]);
});

it('knows that both seats were played when everybody sat in both', () => {
  const rounds = [roundOf('r1'), roundOf('r2', { rep: qihang, boss: me })];
  expect(drillAtHand(drillOf('d1', { rounds }), [], known, me.id)?.bothSeats).toBe(true);
});

it('shows own words as put right, with what stood before beside them', () => {
  const change = unsent({
    id: 'i1',
    kind: 'round',
    method: 'PATCH',
    lane: 'round:r1',
    savedAt: 0,
    body: { rep_words: 'calm', keep: null },
  });
  const read = drillOf('d1', { rounds: [roundOf('r1')] });
  const [round] = drillAtHand(read, [change], known, me.id)?.rounds ?? [];
  expect(round?.rep_words).toBe('calm');
  expect(round?.corrections).toMatchObject([
    { field: 'rep_words', before: 'too fast', after: 'calm' },
  ]);
});

it('is wrapped and seen as soon as that was said here', () => {
  const said = ['wrap', 'acknowledgement'].map((path) =>
    unsent({ method: 'PUT', path: `/api/v1/drills/d1/${path}` }),
  );
  const read = drillOf('d1', { state: 'running', acknowledged: false });
  expect(drillAtHand(read, said, known, me.id)).toMatchObject({ isWrapped: true, isSeen: true });
});
