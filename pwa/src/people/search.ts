import { useEffect, useState } from 'preact/hooks';
import { readPeople, type Wanted } from './remote';
import type { PersonCard } from './wire';

const PAUSE_MS = 250;

/** What the server finds, for a list that was not read to its end; nothing without a network. */
export function useFound(
  asked: string,
  { team, state }: Wanted,
  isWanted: boolean,
): readonly PersonCard[] {
  const [found, setFound] = useState<{ of: string; people: PersonCard[] } | null>(null);
  const q = isWanted ? asked.trim() : '';
  const of = [team, state, q].join(' ');
  useEffect(() => {
    if (!q) return undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      readPeople({ team, state }, { q }).then(
        (page) => {
          if (!isOver) setFound({ of, people: page.items });
        },
        () => undefined, // those already read are shown
      );
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [q, team, state, of]);
  return q && found?.of === of ? found.people : [];
}
