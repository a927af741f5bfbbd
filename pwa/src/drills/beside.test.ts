/** Who is taken to sit beside me, the surest first. */
import { expect, it } from 'vitest';
import { besideOf, withPartners } from './beside';
import { eveningAtHand } from './evening-at-hand';
import { eveningOf } from './testing/answers';
import { drillOf, hejing, me, qihang, today, tomorrow } from './testing/examples';
import type { Tonight } from './tonight';
import type { PersonsEvening } from './wire';

const nobody: Tonight = { partners: [], drill: null, open: null };
const last = { ...drillOf('d1'), rounds: 2 };
const known = new Map([qihang, hejing].map((person) => [person.id, person]));

function beside(tonight: Tonight, evening: Partial<PersonsEvening> = {}, drills = [last]) {
  const now = eveningAtHand(eveningOf(evening), [], { day: today, me });
  const { people, why } = besideOf(tonight, { evening: now, drills, known, me: me.id, day: today });
  return [people.map(({ id }) => id), why];
}

const suggested = [{ person: hejing, why: 'manager' as const }];

it('is whoever was chosen tonight, whatever is suggested', () => {
  expect(beside(withPartners(nobody, [qihang], today), { suggested })).toEqual([['p2'], 'chosen']);
});

it('is not whoever was chosen on an earlier evening while somebody is suggested', () => {
  const before = withPartners(nobody, [qihang], '2026-01-05');
  expect(beside(before, { suggested })).toEqual([['p3'], 'manager']);
  expect(beside(before)).toEqual([['p2'], 'last']);
});

it('stays whoever has played with me tonight', () => {
  const born = { id: 'd', day: today, people_ids: ['p2'], started_at: '' };
  const drill = { born, people: [me.id, 'p2'], told: true, rounds: 1, changes: {} };
  expect(beside({ ...nobody, drill }, { suggested })).toEqual([['p2'], 'chosen']);
});

it('is whoever said they come, and nobody on an evening that was moved', () => {
  const evening = { partner: qihang, suggested };
  expect(beside(nobody, evening)).toEqual([['p2'], 'offered']);
  const postponement = {
    reason: 'unwell',
    words: null,
    to_day: tomorrow,
    to_part: 'evening',
  } as const;
  expect(beside(nobody, { ...evening, postponement })).toEqual([['p3'], 'manager']);
});

it('is the colleague to whom I said I would come', () => {
  const waiting = [{ person: qihang, offered_by: me }];
  expect(beside(nobody, { waiting, suggested })).toEqual([['p2'], 'going']);
});

it('is nobody while I wait for somebody', () => {
  expect(beside(nobody, { partner_wish: { offered_by: null }, suggested })).toEqual([[], null]);
});

it('is whoever sat here the last time where nobody is suggested', () => {
  expect(beside(nobody)).toEqual([['p2'], 'last']);
  expect(beside(nobody, {}, [])).toEqual([[], null]);
});
