import { sentenceOf } from '../kit/form/problems';
import { say } from '../kit/ui/Toast';
import { t } from './words';

interface Retirable {
  retired: boolean;
  version: number;
}

/** Retires a part, or offers it again, with the way back in the toast. */
export function retiring<R extends Retirable>(
  row: R,
  what: string,
  send: (row: R, retired: boolean) => Promise<R>,
): (done: () => unknown) => Promise<void> {
  return async (done) => {
    try {
      const changed = await send(row, !row.retired);
      const words = t(changed.retired ? 'retiredDone' : 'offeredDone', { what });
      say(words, () => retiring(changed, what, send)(done));
    } catch (problem) {
      say(sentenceOf(problem));
    }
    done();
  };
}
