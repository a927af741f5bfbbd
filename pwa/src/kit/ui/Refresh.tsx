import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from './Button';
import { again } from './icons';
import { say } from './Toast';
import { t } from './words';

const FAR_ENOUGH = 72;
const FARTHEST = 96;

/** Something that can be read again: every resource of kit/cache. */
export interface Refreshable {
  reload(): Promise<unknown>;
  readonly error: unknown;
}

interface Props {
  of: readonly Refreshable[];
  /** A list beside its detail has a scroll of its own, and the page is not the list's to pull. */
  still?: boolean;
}

/** A visible button, and the same by pulling the page down. */
export function Refresh({ of, still = false }: Props) {
  const [state, setState] = useState<'rest' | 'busy' | 'done'>('rest');
  const refresh = async () => {
    setState('busy');
    await Promise.all(of.map((resource) => resource.reload()));
    const failed = of.some((resource) => resource.error);
    setState(failed ? 'rest' : 'done');
    if (failed) say(t('notRefreshed'));
  };
  return (
    <>
      <IconButton icon={again} label={t('refresh')} busy={state === 'busy'} onClick={refresh} />
      <p role="status" class="hide">
        {state === 'busy' && t('refreshing')}
        {state === 'done' && t('upToDate')}
      </p>
      {!still && <Pull onRelease={() => void refresh()} />}
    </>
  );
}

/** Follows the finger while the page stands at its top; the text says when to let go. */
function Pull({ onRelease }: { onRelease: () => void }) {
  const strip = useRef<HTMLParagraphElement>(null);
  const release = useRef(onRelease);
  release.current = onRelease;
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let from: number | null = null;
    let pulled = 0;
    const show = (distance: number) => {
      pulled = Math.max(0, Math.min(FARTHEST, distance / 2));
      if (!strip.current) return;
      strip.current.style.blockSize = `${pulled}px`;
      strip.current.textContent = pulled >= FAR_ENOUGH ? t('release') : t('pull');
    };
    const begin = (event: TouchEvent) => {
      const inside = event.target instanceof Element && event.target.closest('dialog, .pane');
      from = scrollY <= 0 && !inside ? (event.touches[0]?.clientY ?? null) : null;
    };
    const move = (event: TouchEvent) => {
      const now = event.touches[0]?.clientY;
      if (from !== null && now !== undefined) show(now - from);
    };
    const end = () => {
      if (pulled >= FAR_ENOUGH) release.current();
      from = null;
      show(0);
    };
    addEventListener('touchstart', begin, { passive: true, signal });
    addEventListener('touchmove', move, { passive: true, signal });
    addEventListener('touchend', end, { signal });
    addEventListener('touchcancel', () => show(0), { signal });
    return () => listening.abort();
  }, []);
  return <p ref={strip} class="pull" aria-hidden="true" />;
}
