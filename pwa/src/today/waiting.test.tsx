/** What waits for a word of mine on Today: a rep's part, a manager's part, and that it leaves when it is said. */
import { render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agree } from '../goals/actions';
import type { Goal } from '../goals/wire';
import type { Person } from '../kit/api/session';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { signedIn, xiaoman, type Backend } from '../people/testing/backend';
import type { GoalWaiting, WaitingForMeRead } from './waiting-remote';
import Waiting from './Waiting';

let server: Backend;
const today = dayOf();
const hejing = { id: 'p9', family_name: '何', given_name: '静', latin_name: 'He Jing' };
const rep = { ...hejing, id: xiaoman.id, latin_name: 'Lin Xiaoman' };
const hanxue = { ...hejing, id: 'p3', latin_name: 'Han Xue' };
const MANAGER: Person = { ...xiaoman, role: 'manager' };

function goal(id: string, part: Partial<GoalWaiting> = {}): GoalWaiting {
  const when = { period: 'day', first: today, last: today } as const;
  return { id, owner: rep, metric: 'visits', ...when, advice_due: null, ...part };
}

function waits(part: Partial<WaitingForMeRead>): void {
  server.answers['GET /today/waiting'] = {
    ...{ day: today, advice_to_answer: [], goals_to_agree: [], advice_to_give: [] },
    ...{ late: [], reviews: [], rides: [], without_ride: [], ...part },
  };
}

async function rows(name = 'Your word is next'): Promise<string[]> {
  const list = within(await screen.findByRole('list', { name }));
  return list.getAllByRole('listitem').map(({ textContent }) => textContent);
}

function show(): void {
  render(
    <LocationProvider>
      <Waiting />
    </LocationProvider>,
  );
}

afterEach(() => void vi.restoreAllMocks());

describe('for a rep', () => {
  beforeEach(async () => {
    server = await signedIn();
  });

  it('is advice, a goal that was proposed, and a ride somebody asks for', async () => {
    const ride = { id: 'r1', day: daysAfter(today, 1), other: hejing, offered: true };
    waits({ advice_to_answer: [goal('g1')], goals_to_agree: [goal('g2')], rides: [ride] });
    show();
    expect(await rows()).toEqual([
      'Advice for you: is it the cause?Visits · Today',
      'A goal is proposed to youVisits · Today',
      'He Jing offers to ride alongTomorrow',
    ]);
    expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('/goals/g1');
  });

  it('leaves as soon as it is said on this phone', async () => {
    waits({ goals_to_agree: [goal('g2')] });
    show();
    await rows();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server.reachable = false;
    await agree({ id: 'g2', metric: 'visits', proposed: { id: 'v1' } } as Goal);
    await waitFor(() => expect(screen.queryByRole('list')).toBeNull());
  });

  it('takes no room when nothing waits', async () => {
    waits({});
    show();
    await waitFor(() => expect(server.asked.length).toBe(1));
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

describe('for a manager', () => {
  beforeEach(async () => {
    server = await signedIn(MANAGER);
  });

  it("is today's review, advice owed, a proposal, and a newcomer nobody rides with", async () => {
    waits({
      reviews: [{ id: 'v1', kind: 'weekly', starts: '16:30', minutes: 30, other: hanxue }],
      advice_to_give: [goal('g1', { owner: hanxue, advice_due: daysAfter(today, -1) })],
      goals_to_agree: [goal('g2', { owner: hanxue })],
      without_ride: [hanxue],
    });
    show();
    expect(await rows()).toEqual([
      'Review with Han XueToday 16:30, 30 min',
      'Han Xue waits for your adviceVisits · TodayLate, was for yesterday',
      'Han Xue proposes a goalVisits · Today',
      'Han Xue has no ride-along soonNewcomer · nobody rides along within five working days',
    ]);
    const hrefs = screen.getAllByRole('link').map((one) => one.getAttribute('href'));
    expect(hrefs.at(-1)).toBe(`/ride-alongs?new&with=${hanxue.id}`);
  });

  it('is also what the manager promised and is late with', async () => {
    const late_from = new Date(Date.now() - 20 * 60_000).toISOString();
    const owed = { kind: 'commitment', id: 'c1', to: hanxue, due: today, due_at: null, late: true };
    const told = {
      done_at: null,
      words: '把样品册给你',
      outcome: null,
      origin: null,
      ending: null,
      first_due: null,
      moved_late: false,
      seen_differently: false,
    };
    waits({ late: [{ ...owed, ...told, late_from }] });
    show();
    const [line] = await rows('Late on your side');
    expect(line).toContain('20 min late');
  });
});
