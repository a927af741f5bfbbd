/** From 800 px, as in styles/wide.css, list and detail stand side by side. */
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const FROM = '(min-width: 50em)';

export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(FROM).matches);
  useEffect(() => {
    const query = matchMedia(FROM);
    const look = () => setWide(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return wide;
}

/** Which half of a list and its detail is being drawn; null for a screen that has the page to itself. */
export const Half = createContext<'list' | 'detail' | null>(null);

/** What two people look at together has the page to itself: the list beside it would name others. */
export const shared = signal(false);
