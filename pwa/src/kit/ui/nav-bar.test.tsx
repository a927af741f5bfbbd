/** The bar: what a role can use, and where one is. */
import { render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { me, type Person } from '../api/person';
import { lang } from '../i18n/lang';
import { xiaoman } from '../outbox/testing/server';
import { backFrom, NavBar } from './NavBar';

beforeEach(() => {
  lang.value = 'en';
});

function barOf(role: Person['role']): (string | null)[] {
  me.value = { ...xiaoman, role };
  const { unmount } = render(<NavBar current="today" />);
  const places = screen.getAllByRole('link').map(({ textContent }) => textContent);
  unmount();
  return places;
}

describe('the bar', () => {
  it('has four places for whoever sells, and four for whoever stands beside them', () => {
    expect(barOf('rep')).toEqual(['Today', 'Clients', 'Evening', 'Me']);
    expect(barOf('manager')).toEqual(['Today', 'Ride-along', 'Review', 'Team']);
  });

  it('leads nobody to an evening or a list of clients that is never theirs', () => {
    expect(barOf('regional_manager')).toEqual(['Today', 'Review', 'Me']);
    for (const role of ['trainer', 'admin'] as const) expect(barOf(role)).toEqual(['Today', 'Me']);
  });

  it('marks where a place belongs that is not in it, and knows the way back', () => {
    me.value = { ...xiaoman, role: 'manager' };
    render(<NavBar current="clients" />);
    expect(screen.getByRole('link', { current: true }).textContent).toBe('Team');
    expect([backFrom('clients'), backFrom('rides')]).toEqual(['/team', undefined]);
  });

  it('says which page is open, and of which place a task is a part', () => {
    me.value = xiaoman;
    const { rerender } = render(<NavBar current="clients" />);
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Clients');
    rerender(<NavBar current="clients" within />);
    expect(screen.getByRole('link', { current: true }).textContent).toBe('Clients');
    expect(screen.queryByRole('link', { current: 'page' })).toBeNull();
  });
});
