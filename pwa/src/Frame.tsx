/** What stands around every screen: its sky, its place in the bar, and on a wide screen the list it was chosen from. */
import { useLocation } from 'preact-iso';
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { Broken } from './Broken';
import { expired, me } from './kit/api/session';
import { classes } from './kit/ui/classes';
import { NavBar } from './kit/ui/NavBar';
import { Notice } from './kit/ui/Page';
import { Half, shared, useWide } from './kit/ui/wide';
import { late } from './late';
import { notFound, type Screen } from './screens';
import { standOn } from './shell';

/** One component per screen, made once: the router must see the same one at every render. */
export function framed(screen: Screen): FunctionComponent {
  const Content = late(screen.load);
  return function FramedScreen() {
    const { path } = useLocation();
    return (
      <Frame screen={screen}>
        <Guarded key={path}>
          <Content />
        </Guarded>
      </Frame>
    );
  };
}

/**
 * A list and what is chosen in it. Both addresses share this component, so that on a wide screen the
 * list stays as it stands, scrolled and searched, while the detail beside it changes.
 */
export function framedPair(list: Screen, detail: Screen): FunctionComponent {
  const List = late(list.load);
  const Detail = late(detail.load);
  const Unchosen = late(list.unchosen ?? notFound.load);
  return function FramedPair() {
    const { path } = useLocation();
    const wide = useWide() && !shared.value;
    const isChosen = path !== list.path;
    const Shown = isChosen ? Detail : wide ? Unchosen : List;
    return (
      <Frame screen={isChosen ? detail : list}>
        {wide && (
          <Half.Provider value="list">
            <Guarded>
              <List />
            </Guarded>
          </Half.Provider>
        )}
        <Half.Provider value={wide ? 'detail' : null}>
          <Guarded key={path}>
            <Shown />
          </Guarded>
        </Half.Provider>
      </Frame>
    );
  };
}

const NotFound = framed(notFound);
const SignInOver = late(
  () => import('./people/SignInOver'),
  () => null,
);

function Frame({ screen, children }: { screen: Screen; children: ComponentChildren }) {
  const person = me.value;
  const place = screen.nav ?? screen.within;
  const isOver = person !== null && !screen.open && expired.value !== null;
  useEffect(() => standOn(screen), [screen]);
  if (!screen.open && !person) return <ToSignIn />;
  if (person && screen.roles && !screen.roles.includes(person.role)) return <NotFound />;
  return (
    <div class={classes('app', screen.sky !== 'day' && screen.sky)}>
      <Notice.Provider value={isOver && <SignInOver />}>{children}</Notice.Provider>
      {place && person && <NavBar current={place} within={!screen.nav} />}
    </div>
  );
}

/** A fault in one half leaves the other usable. */
function Guarded({ children }: { children: ComponentChildren }) {
  const [broken, tryAgain] = useErrorBoundary((fault) => reportError(fault)) as [
    unknown,
    () => void,
  ];
  return broken ? <Broken onTryAgain={tryAgain} /> : <>{children}</>;
}

/** After signing in the person lands where the link pointed. */
function ToSignIn() {
  const { url, route } = useLocation();
  useEffect(() => {
    route(url === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(url)}`, true);
  }, [url, route]);
  return null;
}
