import { useEffect, useState } from 'preact/hooks';
import { Rows } from './Card';
import { t } from './words';

const PATIENCE_MS = 300;

/** The shape of a list that is still coming; nothing at all when it comes at once. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  const late = useLate();
  if (!late) return null;
  return (
    <Rows busy label={t('loading')}>
      {Array.from({ length: rows }, (_, at) => (
        <li key={at} class="row">
          <span class="ava" aria-hidden="true" />
          <span class="grow">
            <span class="skel" />
          </span>
        </li>
      ))}
    </Rows>
  );
}

/** True when something has been awaited for longer than a reader notices. */
export function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return late;
}
