import { useEffect, useRef, useState } from 'preact/hooks';
import type { Resource } from '../kit/cache';
import { Button } from '../kit/ui/Button';
import { say } from '../kit/ui/Toast';
import type { PageOf } from './wire';
import { t } from './words-of-reading';

interface Props<T> {
  list: Pick<Resource<PageOf<T>>, 'value' | 'change'>;
  read: (cursor: string) => Promise<PageOf<T>>;
}

/** Reads the next page when the end of the list comes into sight, or by its button. */
export function MorePages<T>({ list, read }: Props<T>) {
  const cursor = list.value?.next_cursor;
  const [busy, setBusy] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const more = async () => {
    if (!cursor || busy) return;
    setBusy(true);
    try {
      const page = await read(cursor);
      await list.change((known) => ({
        items: [...known.items, ...page.items],
        next_cursor: page.next_cursor,
      }));
    } catch {
      say(t('failed'));
    } finally {
      setBusy(false);
    }
  };
  useInSight(end, more, cursor ?? null);
  if (!cursor) return null;
  return (
    <div ref={end} class="stack">
      <Button busy={busy} busyLabel={t('moreBusy')} onClick={more}>
        {t('more')}
      </Button>
    </div>
  );
}

function useInSight(end: { current: Element | null }, seen: () => unknown, cursor: string | null) {
  const latest = useRef(seen);
  latest.current = seen;
  useEffect(() => {
    if (!end.current || !('IntersectionObserver' in globalThis)) return undefined;
    const watching = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void latest.current();
    });
    watching.observe(end.current);
    return () => watching.disconnect();
  }, [end, cursor]);
}
