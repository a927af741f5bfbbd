import { LocationProvider, Route, Router } from 'preact-iso';
import type { FunctionComponent } from 'preact';
import { framed, framedPair } from './Frame';
import { Toasts } from './kit/ui/Toast';
import { notFound, screens, type Screen } from './screens';

export function App() {
  return (
    <LocationProvider>
      <Router>
        {ROUTES}
        <Route default component={NotFound} />
      </Router>
      <Toasts />
    </LocationProvider>
  );
}

const NotFound = framed(notFound);
const PAIRS = screens.flatMap((detail) => {
  const list = screens.find(({ path }) => path === detail.beside);
  return list ? [{ list, detail, component: framedPair(list, detail) }] : [];
});
/** Without keys: two addresses of one component are one place to the router, and the list stays. */
const ROUTES = screens.map((screen) => <Route path={screen.path} component={frameOf(screen)} />);

function frameOf(screen: Screen): FunctionComponent {
  const pair = PAIRS.find(({ list, detail }) => screen === list || screen === detail);
  return pair?.component ?? framed(screen);
}
