/** Another time for a review: on a day that is worked, in the waking hours, with a reason. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, expect, it, vi } from 'vitest';
import { dayOf, daysAfter, longDay } from '../kit/i18n/format';
import { items } from '../kit/outbox';
import { signedIn } from '../people/testing/backend';
import { calendar } from '../visits/remote';
import { reviewOf } from './testing/examples';
import { MoveSheet } from './TimeSheets';

const TODAY = dayOf();
const [OFF, WORKED] = [daysAfter(TODAY, 2), daysAfter(TODAY, 3)];
const close = vi.fn();

beforeEach(async () => {
  close.mockReset();
  const server = await signedIn();
  server.answers = {
    'GET /organisation/calendar': {
      items: [
        { day: OFF, working: false },
        { day: WORKED, working: true },
      ],
    },
  };
  await calendar().reload();
  render(
    <LocationProvider>
      <MoveSheet review={reviewOf({ day: TODAY })} onClose={close} />
    </LocationProvider>,
  );
});

function move(day: string, starts: string): void {
  fireEvent.input(screen.getByLabelText('Day'), { target: { value: day } });
  fireEvent.input(screen.getByLabelText('Starts'), { target: { value: starts } });
  fireEvent.input(screen.getByLabelText('Why'), { target: { value: 'The fair' } });
  fireEvent.click(screen.getByRole('button', { name: 'Move it' }));
}

it('names the next working day for a day off, and sends nothing', async () => {
  move(OFF, '16:30');
  await screen.findByText(
    `${longDay(OFF)} is a day off. Choose ${longDay(WORKED)} or another working day.`,
  );
  expect(items.value).toEqual([]);
  expect(close).not.toHaveBeenCalled();
});

it('says between which hours a talk begins', async () => {
  move(WORKED, '03:00');
  await screen.findByText('A talk begins between 07:00 and 22:00.');
  expect(items.value).toEqual([]);
});

it('sends a day that is worked', async () => {
  move(WORKED, '07:00');
  await waitFor(() => expect(items.value[0]?.body).toMatchObject({ day: WORKED }));
});
