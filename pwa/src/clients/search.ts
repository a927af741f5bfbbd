import { useEffect, useState } from 'preact/hooks';
import { findClients } from './remote';
import type { ClientCard } from './wire';

const PAUSE_MS = 250;

/** What the server finds, for lists too long to lie on this phone; nothing without a network. */
export function useFound(asked: string, isWanted: boolean): readonly ClientCard[] {
  const [found, setFound] = useState<{ asked: string; cards: ClientCard[] } | null>(null);
  const wanted = isWanted ? asked.trim() : '';
  useEffect(() => {
    if (!wanted) return undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      findClients(wanted).then(
        (page) => {
          if (!isOver) setFound({ asked: wanted, cards: page.items });
        },
        () => undefined, // what lies on the phone is shown already
      );
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  return wanted && found?.asked === wanted ? found.cards : [];
}
