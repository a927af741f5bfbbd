import { fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import type { FunctionComponent } from 'preact';
import { Toasts } from '../../kit/ui/Toast';
import Drill from '../Drill';
import Evening from '../Evening';
import Prepare from '../Prepare';
import RoundScreen from '../Round';

const SCREENS: Record<string, { path: string; component: FunctionComponent }> = {
  evening: { path: '/evening', component: Evening },
  prepare: { path: '/evening/prepare/:card', component: Prepare },
  round: { path: '/evening/round/:card', component: RoundScreen },
  drill: { path: '/drills/:id', component: Drill },
};

/** Opens one screen; wherever it leads, the address is said instead. */
export function openScreen(address: string, and: (keyof typeof SCREENS)[] = []): void {
  history.replaceState(null, '', address);
  const own = Object.entries(SCREENS).filter(
    ([name, { path }]) => and.includes(name) || matches(path, address),
  );
  render(
    <LocationProvider>
      <Router>
        {own.map(([name, route]) => (
          <Route key={name} {...route} />
        ))}
        <Route default component={() => <p>at {location.pathname + location.search}</p>} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
}

function matches(path: string, address: string): boolean {
  const pattern = path.replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(address);
}

export function press(what: string | RegExp | HTMLElement): void {
  const named = typeof what === 'string' || what instanceof RegExp;
  fireEvent.click(named ? screen.getByRole('button', { name: what }) : what);
}
