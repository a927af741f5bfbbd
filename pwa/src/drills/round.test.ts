/** A round, step by step. */
import { describe, expect, it } from 'vitest';
import {
  again,
  begin,
  endPlay,
  mark,
  note,
  readRepCard,
  resume,
  roundNewOf,
  secondsLeft,
  secondsPlayed,
  swap,
  turnCover,
} from './round';
import { begun, hejing, judged, me, qihang, sheet } from './testing/examples';

const half = new Date('2026-03-26T10:40:00Z');
const later = (seconds: number) => new Date(half.getTime() + seconds * 1000);

it('begins at the cover, with no verdict chosen and no clock running', () => {
  const play = begin(begun());
  expect(play).toMatchObject({ stage: 'cover', startedAt: null, briefed: false });
  expect(play.notes.verdict).toBeNull();
});

it('runs the clock from the moment the boss turns the cover', () => {
  const play = turnCover(begin(begun()), half);
  expect(play.stage).toBe('play');
  expect(secondsLeft(play, later(60))).toBe(300);
  expect(secondsLeft(play, later(359.2))).toBe(1);
});

it('stands at zero when the time is over', () => {
  expect(secondsLeft(turnCover(begin(begun()), half), later(900))).toBe(0);
});

it('is briefed only when the rep has read the own card', () => {
  expect(turnCover(begin(begun()), half).briefed).toBe(false);
  expect(turnCover(readRepCard(begin(begun())), half).briefed).toBe(true);
});

it('keeps what the boss marks', () => {
  const play = mark(turnCover(begin(begun()), half), 'o1', 'settled');
  expect(play.marks).toEqual({ o1: 'settled' });
});

it('counts a play that was forgotten overnight as one hour at most', () => {
  const play = endPlay(turnCover(begin(begun()), half), later(9 * 3600));
  expect(secondsPlayed(play)).toBe(3600);
});

describe('after the round', () => {
  it('swapping makes the rep the boss, and counts on', () => {
    const next = swap(judged());
    expect(next).toMatchObject({ stage: 'cover', number: 2, startedAt: null });
    expect(next.seats).toEqual({ rep: qihang, boss: me, observer: null });
    expect(next.notes.verdict).toBeNull();
  });

  it('with three, the one who watched plays next', () => {
    const play = { ...judged(), seats: { rep: me, boss: qihang, observer: hejing } };
    expect(swap(play).seats).toEqual({ rep: hejing, boss: me, observer: qihang });
  });

  it('starts again from the lines that the round has bettered', () => {
    const better = [{ id: 'o1', words: '一个单都没有。', answer: '多久回？', taken: true }];
    const next = again(note(judged(), { lines: better }));
    expect(next.seats).toEqual(judged().seats);
    expect(next.notes.lines).toEqual(better);
  });
});

describe('what is sent', () => {
  it('names the version of the sheet, the seats, the length and the verdict', () => {
    expect(roundNewOf(judged(half))).toMatchObject({
      visit_id: 'v1',
      client_id: 'c1',
      sheet_version_id: 's1',
      rep_id: me.id,
      boss_id: 'p2',
      observer_id: null,
      started_at: half.toISOString(),
      seconds: 300,
      verdict: 'would_meet_again',
    });
  });

  it('takes along only lines that have an answer', () => {
    const { lines } = roundNewOf(judged());
    expect(lines).toMatchObject([{ words: '一个单都没有。', answer: '谁回询盘？' }]);
  });

  it('leaves what is blank open, and the kind of a change that nobody named', () => {
    const play = note(judged(), { change: ' ', changeKind: 'method', keep: '' });
    expect(roundNewOf(play)).toMatchObject({ keep: null, change: null, change_kind: null });
  });

  it('is refused without a verdict', () => {
    expect(() => roundNewOf(note(judged(), { verdict: null }))).toThrow(TypeError);
  });
});

describe('after the phone died', () => {
  const fresh = begun({ number: 2 });

  it('begins when nothing was kept', () => {
    expect(resume(null, fresh)).toEqual(begin(fresh));
  });

  it('goes on with a running clock, whatever has changed meanwhile', () => {
    const running = turnCover(begin(begun()), half);
    expect(resume(running, begun({ sheet: { ...sheet, id: 's2' } }))).toEqual(running);
    expect(resume(running, null)).toEqual(running);
  });

  it('keeps swapped seats at the cover', () => {
    const swapped = swap(judged());
    expect(resume(swapped, fresh)?.seats).toEqual(swapped.seats);
  });

  it('plays the newer sheet when the clock has not run yet', () => {
    const now = resume(swap(judged()), begun({ number: 2, sheet: { ...sheet, id: 's2' } }));
    expect(now).toMatchObject({ sheet: { id: 's2' }, seats: { boss: me } });
  });

  it('begins anew when somebody else sits at the table', () => {
    const seats = { rep: me, boss: hejing, observer: null };
    expect(resume(swap(judged()), begun({ seats }))?.seats).toEqual(seats);
  });
});
