import { signal } from '@preact/signals';
import type { Attributes, FunctionComponent } from 'preact';
import { useContext } from 'preact/hooks';
import { Broken } from './Broken';
import { Skeleton } from './kit/ui/Skeleton';
import { Half } from './kit/ui/wide';

type Load<P> = () => Promise<{ default: FunctionComponent<P> }>;

/**
 * A screen, or a part of one with its own `Waiting`, that is fetched when it is first opened. Unlike
 * the router's own `lazy` it can be tried again: on an address without a service worker a screen may
 * be asked for with no network.
 */
export function late<P extends object>(
  load: Load<P>,
  Waiting: FunctionComponent = Coming,
): FunctionComponent<P> {
  const content = signal<FunctionComponent<P> | null>(null);
  const failed = signal(false);
  let asked = false;
  const ask = () => {
    asked = true;
    failed.value = false;
    load().then(
      (module) => (content.value = module.default),
      () => {
        asked = false;
        failed.value = true;
      },
    );
  };
  return function LateScreen(props: P & Attributes) {
    const Content = content.value;
    if (Content) return <Content {...props} />;
    if (failed.value) return <Broken offline onTryAgain={ask} />;
    if (!asked) ask();
    return <Waiting />;
  };
}

function Coming() {
  const Place = useContext(Half) === 'list' ? 'section' : 'main';
  return (
    <Place class={Place === 'section' ? 'pane' : undefined}>
      <Skeleton />
    </Place>
  );
}
