import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { Broken } from './Broken';
import { Skeleton } from './kit/ui/Skeleton';

type Load = () => Promise<{ default: FunctionComponent }>;

/**
 * A screen that is fetched when it is first opened. Unlike the router's own `lazy` it can be tried
 * again: on an address without a service worker a screen may be asked for with no network.
 */
export function late(load: Load): FunctionComponent {
  const content = signal<FunctionComponent | null>(null);
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
  return function LateScreen() {
    const Content = content.value;
    if (Content) return <Content />;
    if (failed.value) return <Broken offline onTryAgain={ask} />;
    if (!asked) ask();
    return (
      <main>
        <Skeleton />
      </main>
    );
  };
}
