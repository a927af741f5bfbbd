/** Notes of a visit: the tap came first, and words that are being typed outlast the sending of what was tapped. */
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { signedIn, xiaoman } from '../people/testing/backend';
import { dayAtHand } from './at-hand';
import { Notes } from './Notes';
import { aRide } from './testing/rides';
import type { Moment } from './wire';

const opened: Moment = {
  ...{ id: 'm1', at: '2026-03-25T01:30:00Z', visit_id: 'v1', tag: 'opened', words: null },
  by: xiaoman,
};

function notes(moments: Moment[]) {
  const ride = aRide({ moments });
  return <Notes day={dayAtHand(ride, [], xiaoman)} visit={ride.visits[0] ?? null} />;
}

it('keeps what is typed while the note is missing from the list for a moment', async () => {
  await signedIn(xiaoman);
  const { rerender } = render(notes([opened]));
  fireEvent.click(screen.getByRole('button', { name: 'Add a few words' }));
  fireEvent.input(screen.getByRole('textbox'), { target: { value: '先谢上次那杯茶' } });
  rerender(notes([]));
  rerender(notes([opened]));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('先谢上次那杯茶');
});
