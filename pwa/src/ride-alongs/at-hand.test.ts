import { describe, expect, it } from 'vitest';
import type { Item } from '../kit/outbox';
import { dayAtHand, seatOf, tickOf } from './at-hand';
import { fieldsSent, formOf, lacking } from './debrief-form';
import { KINDS, noteLane, rideLane } from './kinds';
import { groupsOf } from './list';
import { notesOf } from './notes';
import { addresses } from './remote';
import { beside, leadsOf, watches } from './rungs';
import { APPRENTICE, MENTOR, ORDER, aCard, aRide, anItem } from './testing/rides';

const RIDE = aRide();
const at = (minute: number) => `2026-03-25T03:${String(minute).padStart(2, '0')}:00Z`;

function moment(id: string, minute: number): Item {
  const body = { id, at: at(minute), visit_id: 'v1', tag: 'heard' };
  return anItem(KINDS.moment, noteLane(id), 'POST', addresses.moments(RIDE.id), body);
}

describe('a day at hand', () => {
  it('shows what both devices noted, in the order in which it happened', () => {
    const stored = {
      id: 'm2',
      at: at(12),
      visit_id: 'v1',
      tag: 'asked' as const,
      words: '谁回的？',
    };
    const read = { ...RIDE, moments: [{ ...stored, by: APPRENTICE }] };
    const day = dayAtHand(read, [moment('m3', 20), moment('m1', 4)], MENTOR);
    expect(day.moments.map(({ id, unsent }) => [id, unsent])).toEqual([
      ['m1', true],
      ['m2', false],
      ['m3', true],
    ]);
    expect(day.moments[0]?.by).toEqual(MENTOR);
  });

  it('shows a note once when it has arrived and still lies here', () => {
    const {
      id,
      at: when,
      visit_id,
      tag,
    } = moment('m1', 4).body as never as {
      id: string;
      at: string;
      visit_id: string;
      tag: 'heard';
    };
    const read = { ...RIDE, moments: [{ id, at: when, visit_id, tag, words: null, by: MENTOR }] };
    expect(dayAtHand(read, [moment('m1', 4)], MENTOR).moments).toHaveLength(1);
  });

  it('puts words that are not sent to a moment that has arrived', () => {
    const stored = { id: 'm1', at: at(4), visit_id: 'v1', tag: 'heard' as const, words: null };
    const read = { ...RIDE, moments: [{ ...stored, by: MENTOR }] };
    const path = addresses.momentWords(RIDE.id, 'm1');
    const said = anItem(KINDS.moment, noteLane('m1'), 'PUT', path, { words: '太贵了' });
    expect(dayAtHand(read, [said], MENTOR).moments[0]?.words).toBe('太贵了');
  });

  it('keeps the choice of each of the two, and the later one counts', () => {
    const path = addresses.visit(RIDE.id, 'v1');
    const choice = { id: 'c2', at: at(2), rung: 'show', leads: 'mentor' };
    const mine = anItem(KINDS.rung, noteLane('v1'), 'PUT', path, { choice });
    const theirs = { id: 'c1', at: at(9), rung: 'do' as const, leads: 'apprentice' as const };
    const [visit] = RIDE.visits;
    const read = {
      ...RIDE,
      visits: visit ? [{ ...visit, choices: [{ ...theirs, by: APPRENTICE }] }] : [],
    };
    const [shown] = dayAtHand(read, [mine], MENTOR).visits;
    expect(shown?.rung).toBe('do');
    expect(shown?.choices.map(({ rung }) => rung)).toEqual(['show', 'do']);
    expect(shown?.in_ride).toBe(true);
  });

  it('counts as accepted here until it is moved here', () => {
    const yes = anItem(KINDS.accepted, rideLane(RIDE.id), 'PUT', addresses.acceptance(RIDE.id), {});
    const asked = { ...RIDE, accepted_at: null };
    expect(dayAtHand(asked, [yes], MENTOR).accepted_at).not.toBeNull();
    const body = { id: 'x', to_day: '2026-03-30', why: '展会' };
    const moved = {
      ...anItem(KINDS.moved, rideLane(RIDE.id), 'PUT', addresses.day(RIDE.id), body),
    };
    const later = dayAtHand(asked, [yes, { ...moved, place: 2 }], MENTOR);
    expect([later.day, later.accepted_at, later.asked_by_id]).toEqual([
      '2026-03-30',
      null,
      MENTOR.id,
    ]);
  });

  it('ticks and unticks what was seen', () => {
    const path = addresses.watched(RIDE.id, 'v1', 'b1');
    const seen = anItem(KINDS.watched, 'x', 'PUT', path, { at: at(3) });
    const not = anItem(KINDS.watched, 'x', 'DELETE', path, undefined);
    expect(dayAtHand(RIDE, [seen], APPRENTICE).seen.has(tickOf('v1', 'b1'))).toBe(true);
    expect(dayAtHand(RIDE, [seen, not], APPRENTICE).seen.has(tickOf('v1', 'b1'))).toBe(false);
  });

  it('leaves the notes of another day where they are', () => {
    const other = { ...moment('m1', 4), path: addresses.moments('another') };
    expect(dayAtHand(RIDE, [other], MENTOR).moments).toEqual([]);
  });

  it('tells the notes of a visit from those between two visits', () => {
    const between = { ...moment('m9', 30) };
    between.body = { ...(between.body as object), visit_id: null };
    const day = dayAtHand(RIDE, [moment('m1', 4), between], MENTOR);
    expect(notesOf(day, 'v1').map(({ id }) => id)).toEqual(['m1']);
    expect(notesOf(day, null).map(({ id }) => id)).toEqual(['m9']);
    expect(notesOf(day)).toHaveLength(2);
  });
});

describe('rungs', () => {
  it('are watched on the first two of the order, whatever the order is', () => {
    expect(ORDER.map((rung) => watches(rung, ORDER))).toEqual([true, true, false, false]);
    expect(watches('tell_back', ['tell', 'tell_back', 'show', 'do'])).toBe(true);
    expect(watches(null, ORDER)).toBe(false);
  });

  it('have one above and one below, and none beyond either end', () => {
    expect(ORDER.map((rung) => beside(ORDER, rung, 1))).toEqual(['show', 'tell_back', 'do', null]);
    expect(beside(ORDER, 'tell', -1)).toBeNull();
  });

  it('say who usually talks', () => {
    expect(ORDER.map(leadsOf)).toEqual(['mentor', 'mentor', 'apprentice', 'apprentice']);
  });
});

describe('the list', () => {
  it('puts first what waits for somebody', () => {
    const cards = [
      aCard({ id: 'over', state: 'agreed', day: '2026-03-20' }),
      aCard({ id: 'late', state: 'in_field', day: '2026-03-23' }),
      aCard({ id: 'next', state: 'prepared', day: '2026-03-27' }),
      aCard({ id: 'soon', state: 'accepted', day: '2026-03-26' }),
      aCard({ id: 'asks', state: 'requested', day: '2026-03-28' }),
    ];
    const groups = groupsOf(cards, { me: MENTOR.id, today: '2026-03-25' });
    expect(groups.map(({ name, rides }) => [name, rides.map(({ id }) => id)])).toEqual([
      ['toDebrief', ['late']],
      ['asked', ['asks']],
      ['toCome', ['soon', 'next']],
      ['before', ['over']],
    ]);
    expect(groupsOf(cards, { me: 'x', today: '2026-03-25' }).map(({ name }) => name)).toEqual([
      'others',
    ]);
  });
});

describe('a debrief', () => {
  const blank = formOf(null, { me: MENTOR.id, day: '2026-03-25' });

  it('begins empty, with a day two days later for what is promised', () => {
    expect([blank.well, blank.mark_result, blank.action_due]).toEqual(['', null, '2026-03-27']);
  });

  it('sends an apprentice’s own words and nothing that is the mentor’s', () => {
    const form = { ...blank, well: ' 没慌 ', change: '先问' };
    expect(fieldsSent(form, 'apprentice')).toEqual({ well: '没慌', stuck: null });
    expect(fieldsSent(form, 'mentor')).toMatchObject({ change: '先问', action_due: null });
  });

  it('lacks the apprentice’s words only while neither device has them', () => {
    expect(lacking(blank, null)).toContain('well');
    expect(lacking(blank, { well: '没慌', stuck: null })).not.toContain('well');
  });
});

it('knows on which side of a day somebody stands', () => {
  expect([MENTOR.id, APPRENTICE.id, 'else'].map((one) => seatOf(RIDE, one))).toEqual([
    'mentor',
    'apprentice',
    'onlooker',
  ]);
});
