import { render, screen } from '@testing-library/preact';
import { beforeEach, expect, it } from 'vitest';
import { me } from '../kit/api/session';
import { xiaoman } from '../people/testing/backend';
import { Evenings, Visits } from './ClientHistory';
import type { Evening, Visit } from './wire';

const told = {
  ...{ id: 'v1', day: '2026-03-02', planned_time: null, purpose: 'first', state: 'done' },
  rep: xiaoman,
  check_in: { outcome: 'stalled', next_on: null, objections: [], voice_note: null },
} as unknown as Visit;

beforeEach(() => {
  me.value = { ...xiaoman, role: 'rep' } as never;
});

it('leads from an earlier visit to what was told of it, for whoever made it', () => {
  render(<Visits visits={[told, { ...told, id: 'v2', rep: { ...xiaoman, id: 'p2' } }]} mine />);
  const lines = screen.getAllByRole('link').map((one) => one.getAttribute('href'));
  expect(lines).toEqual(['/visits/v1/check-in']);
});

it('leads to the evenings on which the client was played', () => {
  const evening = { id: 'd1', day: '2026-03-03', rounds: 3, people: [xiaoman] };
  render(<Evenings evenings={[evening as unknown as Evening]} />);
  expect(screen.getByRole('link', { name: /3 rounds/ }).getAttribute('href')).toBe('/drills/d1');
});
