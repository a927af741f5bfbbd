/** One line of a ledger: where it leads once it is done. */
import { render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../kit/i18n/format';
import { signedIn } from '../people/testing/backend';
import { OwedRow } from './OwedRow';
import { hejing } from './testing/promise';
import type { Owed } from './wire';

function done(part: Partial<Owed>): Owed {
  return {
    ...{ kind: 'review', id: 'c1', to: hejing, due: dayOf(), due_at: null, words: null },
    ...{ done_at: new Date().toISOString(), late: false, late_from: null, outcome: null },
    ...{ origin: null, ending: null, first_due: null, moved_late: false },
    ...{ seen_differently: false, ...part },
  };
}

async function shown(owed: Owed, mine = true): Promise<string | null> {
  await signedIn();
  render(
    <LocationProvider>
      <ul>
        <OwedRow owed={owed} isHelper mine={mine} ledger="/promises" />
      </ul>
    </LocationProvider>,
  );
  expect(screen.getByRole('listitem')).toBeTruthy();
  return screen.queryByRole('link')?.getAttribute('href') ?? null;
}

describe('what is done opens', () => {
  it.each([
    ['commitment', '/promises?promise=c1'],
    ['review', '/reviews/c1'],
    ['help_request', '/help-requests/c1'],
    ['ride_along', '/ride-alongs/c1'],
    ['advice', '/goals/c1'],
  ] as const)('where it is kept: %s', async (kind, place) => {
    expect(await shown(done({ kind }))).toBe(place);
  });

  it('for nobody who is not one of the two', async () => {
    expect(await shown(done({}), false)).toBeNull();
  });

  it('for nobody who handed it over: it is with somebody else', async () => {
    expect(await shown(done({ kind: 'help_request', ending: 'handed_over' }))).toBeNull();
  });
});
