/** A round, step by step. */
import { describe, expect, it } from 'vitest';
import type { Known } from './boss-card';
import { kindsIn } from './kept';
import type { LineForm } from './lines';
import {
  again,
  begin,
  endPlay,
  linesShown,
  mark,
  note,
  readBossCard,
  readRepCard,
  renew,
  resume,
  secondsLeft,
  secondsPlayed,
  swap,
  turnCover,
  writeBossCard,
} from './round';
import { roundNewOf } from './round-new';
import { begun, bossCard, hejing, judged, me, qihang, sheet } from './testing/examples';

const known: Known = {
  ...{ cardId: 'v1', number: 1, sheet, heard: [], lastBoss: null, surprises: [], anyway: '' },
  types: ['noresult', 'partner', 'season'].map((key) => ({ key, words: `${key}!`, answer: null })),
};
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

const bettered: LineForm = {
  ...{ id: 'o1', words: '一个单都没有。', answer: '多久回？', typeKey: 'noresult', answerId: null },
  ...{ from: { kind: 'sheet' }, taken: true },
};

describe('after the round', () => {
  it('swapping makes the rep the boss, and counts on', () => {
    const next = swap(judged(), known);
    expect(next).toMatchObject({ stage: 'cover', number: 2, startedAt: null });
    expect(next.seats).toEqual({ rep: qihang, boss: me, observer: null });
    expect(next.notes.verdict).toBeNull();
  });

  it('with three, the one who watched plays next', () => {
    const play = { ...judged(), seats: { rep: me, boss: qihang, observer: hejing } };
    expect(swap(play, known).seats).toEqual({ rep: hejing, boss: me, observer: qihang });
  });

  it('starts again from the lines that the round has bettered', () => {
    const next = again(note(judged(), { lines: [bettered] }), known);
    expect(next.seats).toEqual(judged().seats);
    expect(next.notes.lines).toEqual([bettered]);
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

  it('tells the tick of a learning point from that of a behaviour', () => {
    const ticks = { b1: 'yes', 'point:p1': 'partly' } as const;
    expect(roundNewOf(note(judged(), { ticks })).ticks).toMatchObject([
      { behaviour_id: 'b1', point_id: null, mark: 'yes' },
      { behaviour_id: null, point_id: 'p1', mark: 'partly' },
    ]);
  });

  it('takes nothing along that nobody has chosen', () => {
    expect(roundNewOf(judged()).lines).toEqual([]);
  });

  it('takes along only chosen lines that have an answer', () => {
    const lines = judged().notes.lines.map((line) => ({ ...line, taken: true }));
    expect(roundNewOf(note(judged(), { lines })).lines).toMatchObject([
      { words: '一个单都没有。', answer: '谁回询盘？' },
    ]);
  });

  it('carries the boss card with how far the boss got, under ids of its own', () => {
    const { boss_card } = roundNewOf(mark(judged(), 'hidden-partner', 'pressed'));
    expect(boss_card).toMatchObject({
      ...{ temper: 'hasty', mood: 'busy', note: null, moved_by: '谁回询盘？' },
      objections: [
        { type_key: 'noresult', hidden: false, pressed: null },
        { type_key: 'partner', hidden: true, pressed: 'pressed' },
      ],
    });
    expect(boss_card?.objections[0]?.id).not.toBe(
      roundNewOf(judged()).boss_card?.objections[0]?.id,
    );
  });

  it('leaves what is blank open, and the kind of a change that nobody named', () => {
    const play = note(judged(), { change: ' ', changeKind: 'method', keep: '' });
    expect(roundNewOf(play)).toMatchObject({ keep: null, change: null, change_kind: null });
  });

  it('is refused without a verdict', () => {
    expect(() => roundNewOf(note(judged(), { verdict: null }))).toThrow(TypeError);
  });
});

describe('what is hidden', () => {
  const lines = [bettered, { ...bettered, id: 'x', words: '要问太太', typeKey: 'partner' }];
  const play = note(begin(begun()), { lines });

  it('is not shown to the rep, also when an earlier round has brought it up', () => {
    expect(linesShown(play)).toEqual([bettered]);
  });

  it('may get its answer when the round is over', () => {
    const over = endPlay(turnCover(begin(begun()), half), later(300));
    expect(over.notes.lines.map(({ words }) => words)).toEqual([
      ...['一个单都没有。', '再考虑考虑。', '我太太不同意。'],
    ]);
    expect(over.notes.lines.at(-1)).toMatchObject({ answer: '', from: { kind: 'round' } });
  });
});

describe('the boss card before the clock runs', () => {
  const mine = { ...bossCard, note: '十五分钟', isOwn: true };
  const newer = begun({ bossCard: { ...bossCard, temper: 'proud' } });

  it('lies under the cover when somebody opens the round again', () => {
    const writing = writeBossCard(readBossCard(begin(begun())), mine);
    expect(resume(writing, begun())).toMatchObject({ stage: 'cover', bossCard: mine });
    expect(renew(writing, begun()).stage).toBe('boss-card');
  });

  it('is the newest suggestion until the boss has changed it', () => {
    expect(renew(begin(begun()), newer).bossCard.temper).toBe('proud');
    expect(renew(writeBossCard(begin(begun()), mine), newer).bossCard).toEqual(mine);
  });

  it('stays the boss’s own when the sheet changes', () => {
    const kept = writeBossCard(begin(begun()), mine);
    const now = renew(kept, { ...newer, sheet: { ...sheet, id: 's2' } });
    expect(now).toMatchObject({ sheet: { id: 's2' }, bossCard: mine });
  });

  it('is suggested afresh for the next round, and hides nothing that was just said', () => {
    const next = again(writeBossCard(judged(), mine), known).bossCard;
    expect(next).toMatchObject({ temper: 'hasty', note: '十五分钟', isOwn: false });
    expect(kindsIn(next.objections)).toEqual(['noresult', 'season']);
  });

  it('has nothing hidden in the next round when its client has left the deck', () => {
    const next = again(judged(), null).bossCard;
    expect(next.objections.map(({ hidden }) => hidden)).toEqual([false, false]);
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
    const swapped = swap(judged(), known);
    expect(resume(swapped, fresh)?.seats).toEqual(swapped.seats);
  });

  it('plays the newer sheet when the clock has not run yet', () => {
    const now = resume(swap(judged(), known), begun({ number: 2, sheet: { ...sheet, id: 's2' } }));
    expect(now).toMatchObject({ sheet: { id: 's2' }, seats: { boss: me } });
  });

  it('begins anew when somebody else sits at the table', () => {
    const seats = { rep: me, boss: hejing, observer: null };
    expect(resume(swap(judged(), known), begun({ seats }))?.seats).toEqual(seats);
  });
});
