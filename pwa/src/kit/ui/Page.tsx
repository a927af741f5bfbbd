import { createContext, type ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { IconLink } from './Button';
import { back as backIcon } from './icons';
import { MeAndTray } from './MeAndTray';
import { backFrom, type NavKey } from './NavBar';
import { Refresh, type Refreshable } from './Refresh';
import { Half } from './wide';
import { t } from './words';

interface Props {
  title: string;
  /** One short line under the title: the day, the client, whose it is. */
  meta?: ComponentChildren;
  /** The place of the bar that this is: shows who I am, and what waits to be sent. */
  root?: NavKey;
  /** Where the arrow leads; a place leads back only for those who do not have it in their bar. */
  back?: string;
  /** Icon buttons at the top; nothing that is needed while walking. */
  actions?: ComponentChildren;
  /** What the screen shows and can read again: by pulling, and by a button. */
  refresh?: readonly Refreshable[];
  /** The one main button, always in reach of the thumb. */
  dock?: ComponentChildren;
  children: ComponentChildren;
}

/** What stands above everything else, whatever the screen: the sign-in is over. */
export const Notice = createContext<ComponentChildren>(null);

/** The frame of every ordinary screen. Seats and covers use `useTitle` with their own frame. */
export function Page(props: Props) {
  return useContext(Half) === 'list' ? <Pane {...props} /> : <Whole {...props} />;
}

/** A list beside its detail: the detail is the page, so the list takes neither title nor focus. */
function Pane({ title, actions, refresh, dock, children }: Props) {
  return (
    <section class="pane" aria-label={title}>
      <header class="top row">
        <h2 class="grow big">{title}</h2>
        {actions}
        {refresh && <Refresh of={refresh} still />}
      </header>
      <div class="stack">
        {dock}
        {children}
      </div>
    </section>
  );
}

function Whole({
  title,
  meta,
  root,
  back = root && backFrom(root),
  actions,
  refresh,
  dock,
  children,
}: Props) {
  const heading = useTitle(title);
  const isDetail = useContext(Half) === 'detail';
  const notice = useContext(Notice);
  return (
    <>
      <header class="top row">
        {back && !isDetail && <IconLink icon={backIcon} label={t('back')} href={back} />}
        <div class="grow">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {meta && <p class="meta">{meta}</p>}
        </div>
        {actions}
        {refresh && <Refresh of={refresh} />}
        {(root || isDetail) && <MeAndTray />}
      </header>
      <main>
        {notice}
        {children}
      </main>
      {dock && <footer class="dock">{dock}</footer>}
    </>
  );
}

let arrivals = 0;

/**
 * Names the window, and moves the focus to the heading after a change of screen, so that a screen
 * reader begins there. Not at the first start: the browser reads the page itself then.
 */
export function useTitle(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { path } = useLocation();
  const name = `${title} · ${t('app')}`;
  useEffect(() => {
    document.title = name;
  }, [name]);
  useEffect(() => {
    if (arrivals > 0) heading.current?.focus({ preventScroll: true });
    arrivals += 1;
  }, [path]);
  return heading;
}
