import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { online } from '../kit/api/network';
import { say } from '../kit/ui/Toast';
import { wrapUp } from './actions';
import { again, swap } from './round';
import { saveRound } from './save-round';
import type { Tonight } from './tonight';
import type { Table } from './use-round';
import { t } from './words-of-round';

export type Ending = { to: 'swap' | 'again' | 'done' } | { to: 'next'; card: string };

export interface RoundEnd {
  busy: boolean;
  end: (ending: Ending) => Promise<void>;
}

/** Keeps the round, then leads to what was chosen. When it cannot be kept, everything stays. */
export function useRoundEnd({ play, known, tonight, step, clear }: Table): RoundEnd {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const keep = async (next: Tonight) => {
    tonight.value.value = next;
    await tonight.keep();
  };
  const end = async (ending: Ending) => {
    setBusy(true);
    try {
      const after = await saveRound(play, tonight.value.peek(), keep);
      await keep(after);
      await go(ending, after);
    } catch {
      say(t('cannotSave'));
    } finally {
      setBusy(false);
    }
  };
  const go = async (ending: Ending, after: Tonight) => {
    if (ending.to === 'swap') step(swap(play, known));
    else if (ending.to === 'again') step(again(play, known));
    else await clear();
    if (ending.to === 'next') route(`/evening/round/${ending.card}`, true);
    if (ending.to === 'done' && after.drill) await finish(after, after.drill.born.id);
  };
  const finish = async (after: Tonight, drill: string) => {
    await wrapUp(drill);
    await keep({ ...after, drill: null });
    say(t(online.value ? 'saved' : 'savedOffline', { n: play.number }));
    route(`/drills/${drill}`, true);
  };
  return { busy, end };
}
