/** A debrief counts its parts from one for whoever reads it. */
import { render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, expect, it } from 'vitest';
import { signedIn } from '../people/testing/backend';
import { dayAtHand, type Seat } from './at-hand';
import { DebriefRead } from './DebriefRead';
import { APPRENTICE, aRide } from './testing/rides';
import type { Debrief } from './wire';

const blank = { stuck: null, strength_two: null, action_due: null, action_seen: null };
const DEBRIEF = {
  counts: {
    ...{ well: '没慌', strength_one: '先谢再问', change: '先问他会问什么', ...blank },
    ...{ correction: 'skill', action: '练三轮', promise: null, promise_due: null },
    ...{ mark_preparation: 4, mark_script: 3, mark_result: 4 },
  },
  ...{ versions: [], differing: [], acknowledgements: [], agreed_at: null },
} as unknown as Debrief;

beforeEach(() => signedIn());

function parts(seat: Seat): string[] {
  const day = { ...dayAtHand(aRide(), [], APPRENTICE), debrief: DEBRIEF };
  render(
    <LocationProvider>
      <DebriefRead day={day} seat={seat} frame={{ title: '' }} note={null} />
    </LocationProvider>,
  );
  return screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent.slice(0, 2));
}

it('from one to five for the two who rode', () => {
  expect(parts('mentor')).toEqual(['1 ', '2 ', '3 ', '4 ', '5 ']);
});

it('without a gap where the moments are not theirs to read', () => {
  expect(parts('onlooker')).toEqual(['1 ', '2 ', '3 ', '4 ']);
});
