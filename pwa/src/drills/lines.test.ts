/** The lines a round begins with, and those that go along to the client. */
import { describe, expect, it } from 'vitest';
import {
  afterPlay,
  agreedTonight,
  linesFor,
  takenAlong,
  withUnexpected,
  type LineForm,
} from './lines';
import { sheet, today } from './testing/examples';
import type { Agreed } from './wire';

const nothing = { sheet, before: [], tonight: [] };
const agreed: Agreed = {
  ...{ id: 'l1', words: '一年一单都没有', answer: '谁回的？', type_key: 'noresult' },
  ...{ answer_id: null, drill_id: 'd1', agreed_on: '2026-03-23' },
};
const fresh: LineForm = {
  ...{ id: 'o1', words: '一个单都没有。', answer: '多久回？', typeKey: 'noresult', answerId: null },
  ...{ from: { kind: 'agreed', on: today }, taken: true },
};

describe('a round begins', () => {
  it('with the answers of the sheet, and none of them chosen', () => {
    expect(linesFor(nothing)).toMatchObject([
      { id: 'o1', answer: '谁回询盘？', taken: false, from: { kind: 'sheet' } },
      { id: 'o2', answer: '', taken: false },
    ]);
  });

  it('with what the last evening agreed, in place of the sheet’s answer to the same', () => {
    const lines = linesFor({ ...nothing, before: [agreed] });
    expect(lines.map(({ id }) => id)).toEqual(['l1', 'o2']);
    expect(lines[0]).toMatchObject({ taken: false, from: { kind: 'agreed', on: '2026-03-23' } });
  });

  it('with what was agreed tonight before both, and that stays chosen', () => {
    const lines = linesFor({ sheet, before: [agreed], tonight: [fresh] });
    expect(lines).toMatchObject([{ answer: '多久回？', taken: true }, { id: 'o2' }]);
  });
});

it('what the boss said unexpectedly comes last, without an answer and only once', () => {
  const said = [
    { id: 'a', words: '一个单都没有。', typeKey: null },
    { id: 'b', words: '要问太太', typeKey: 'partner' },
    { id: 'c', words: ' ', typeKey: null },
  ];
  const lines = withUnexpected(linesFor(nothing), said);
  expect(lines.map(({ id }) => id)).toEqual(['o1', 'o2', 'b']);
  expect(withUnexpected(lines, said)).toEqual(lines);
});

describe('goes along', () => {
  const [played, other] = linesFor(nothing).map((line) => ({ ...line, answer: '谁回？' }));
  const said = [{ id: 'x', words: '没效果', typeKey: 'noresult' }];
  const taken = (lines: readonly (LineForm | undefined)[]) =>
    afterPlay(
      lines.filter((line) => line !== undefined),
      said,
    ).map((line) => line.taken);

  it('by itself what was played and has an answer, and nothing else', () => {
    expect(taken([played, other])).toEqual([true, false]);
    expect(taken([played && { ...played, answer: ' ' }])).toEqual([false]);
  });

  it('not what somebody has left out, however often it is played', () => {
    const leftOut = played && { ...played, chosen: true as const };
    expect(taken([leftOut])).toEqual([false]);
  });

  it('what is chosen and has both voices', () => {
    const lines = [fresh, { ...fresh, answer: ' ' }, { ...fresh, taken: false }];
    expect(takenAlong(lines)).toEqual([fresh]);
  });

  it('at most six, as many as a round may leave', () => {
    const many = Array.from({ length: 8 }, (_, nth) => ({ ...fresh, id: `${nth}` }));
    expect(takenAlong(many)).toHaveLength(6);
  });

  it('into the next round as agreed tonight', () => {
    const taken: LineForm = { ...fresh, from: { kind: 'round' } };
    expect(agreedTonight([taken], today)).toEqual([fresh]);
  });
});
