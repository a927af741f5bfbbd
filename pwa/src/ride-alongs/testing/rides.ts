/** A day of 小满 with her mentor 韩雪, and what an outbox holds of it. */
import type { Item } from '../../kit/outbox';
import type { PersonRef, RideAlong, RideCard, Rung } from '../wire';

export const MENTOR: PersonRef = {
  id: 'hanxue',
  family_name: '韩',
  given_name: '雪',
  latin_name: 'Han Xue',
};
export const APPRENTICE: PersonRef = {
  id: 'xiaoman',
  family_name: '林',
  given_name: '小满',
  latin_name: 'Lin Xiaoman',
};
export const ORDER: readonly Rung[] = ['tell', 'show', 'tell_back', 'do'];

export function aRide(changed: Partial<RideAlong> = {}): RideAlong {
  return {
    id: 'ride',
    day: '2026-03-25',
    state: 'in_field',
    mentor: MENTOR,
    apprentice: APPRENTICE,
    asked_by_id: APPRENTICE.id,
    short_notice: false,
    purpose: null,
    wish: null,
    withdrawal: null,
    accepted_at: '2026-03-23T10:00:00Z',
    preparation: null,
    last_time: null,
    moves: [],
    visits: [
      {
        visit_id: 'v1',
        client: { id: 'c', name: '暖屿灯饰' },
        rep: APPRENTICE,
        planned_time: '09:30',
        checked_in: false,
        in_ride: false,
        rung: null,
        leads: null,
        choices: [],
      },
    ],
    moments: [],
    rescues: [],
    step_back: [],
    curbside: [],
    watched: [],
    replays: [],
    debrief: null,
    shared: false,
    version: 1,
    ...changed,
  };
}

export function aCard(changed: Partial<RideCard>): RideCard {
  const { id, day, state, mentor, apprentice, asked_by_id } = aRide();
  return {
    ...{ id, day, state, mentor, apprentice, asked_by_id },
    short_notice: false,
    purpose: null,
    wish: null,
    focus_skill_key: null,
    moved: false,
    version: 1,
    ...changed,
  };
}

export function anItem(
  kind: string,
  lane: string,
  method: Item['method'],
  path: string,
  body: unknown,
): Item {
  return {
    ...{ id: `${kind} ${lane} ${method}`, kind, lane, method, path, body },
    place: 1,
    owner: 'o',
    ownerName: '韩雪',
    needs: [],
    label: {},
    within: [],
    draft: null,
    form: null,
    hasMedia: false,
    ifMatch: null,
    follows: null,
    savedAt: Date.parse('2026-03-25T03:00:00Z'),
    tries: 0,
    notBefore: 0,
    state: 'waiting',
    status: null,
    problem: null,
    theirs: null,
  };
}
