/** The day to which somebody has moved an evening says so, and leads to the cards. */
import { render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, expect, it } from 'vitest';
import { refresh } from '../kit/cache';
import { daysAfter } from '../kit/i18n/format';
import type { Backend } from '../people/testing/backend';
import MovedHere from './MovedHere';
import { eveningRead } from './remote';
import { eveningOf } from './testing/answers';
import { cardOf, today } from './testing/examples';
import { openScreen } from './testing/screens';
import { laid } from './testing/table';

let server: Backend;
const moved_here = { from_day: daysAfter(today, -1), part: 'morning' as const };
const SAID = 'Yesterday you moved the drill to this morning';

beforeEach(async () => {
  server = await laid([cardOf('a')]);
  server.answers[`GET /drills/evenings/${today}`] = eveningOf({ moved_here });
  await eveningRead().reload();
});

it('on Today, with the way to the deck', async () => {
  render(
    <LocationProvider>
      <MovedHere />
    </LocationProvider>,
  );
  const row = await screen.findByRole('link', { name: new RegExp(SAID) });
  expect(row.getAttribute('href')).toBe('/evening');
});

it('on the evening of that day, and no more when a round was played', async () => {
  openScreen('/evening');
  expect(await screen.findByText(SAID)).toBeTruthy();
  server.answers[`GET /drills/evenings/${today}`] = eveningOf();
  await refresh('evening:');
  await expect.poll(() => screen.queryByText(SAID)).toBeNull();
});
