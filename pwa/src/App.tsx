import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import type { FunctionComponent } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { Broken } from './Broken';
import { me } from './kit/api/session';
import { classes } from './kit/ui/classes';
import { NavBar } from './kit/ui/NavBar';
import { Toasts } from './kit/ui/Toast';
import { late } from './late';
import { notFound, screens, type Screen } from './screens';
import { standOn } from './shell';

export function App() {
  return (
    <LocationProvider>
      <Router>
        {ROUTES.map(({ path, component }) => (
          <Route key={path} path={path} component={component} />
        ))}
        <Route default component={NotFound} />
      </Router>
      <Toasts />
    </LocationProvider>
  );
}

const NotFound = framed(notFound);
const ROUTES = screens.map((screen) => ({ path: screen.path, component: framed(screen) }));

/** One component per screen, made once: the router must see the same one at every render. */
function framed(screen: Screen): FunctionComponent {
  const Content = late(screen.load);
  return function FramedScreen() {
    const person = me.value;
    const { path } = useLocation();
    const [broken, tryAgain] = useErrorBoundary((fault) => reportError(fault)) as [
      unknown,
      () => void,
    ];
    useEffect(() => standOn(screen), []);
    if (!screen.open && !person) return <ToSignIn />;
    if (person && screen.roles && !screen.roles.includes(person.role)) return <NotFound />;
    return (
      <div class={classes('app', screen.sky !== 'day' && screen.sky)}>
        {broken ? <Broken onTryAgain={tryAgain} /> : <Content key={path} />}
        {screen.nav && person && <NavBar current={screen.nav} />}
      </div>
    );
  };
}

/** After signing in the person lands where the link pointed. */
function ToSignIn() {
  const { url, route } = useLocation();
  useEffect(() => {
    route(url === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(url)}`, true);
  }, [url, route]);
  return null;
}
