import { expired } from '../kit/api/session';
import type { Resource } from '../kit/cache';
import { late } from '../late';

type Read = Pick<Resource<unknown>, 'value' | 'at' | 'error' | 'loading' | 'reload'>;

const NotRead = late(
  () => import('./NotRead'),
  () => null,
);

/**
 * What stands between a screen and fresh data, if anything. That the sign-in is over stands on every
 * screen already.
 */
export function ReadNote({ of }: { of: Read }) {
  return of.error && !of.loading && !expired.value ? <NotRead of={of} /> : null;
}
