import { me } from '../kit/api/session';
import HelpToday from './HelpToday';
import { useOpen } from './remote';

/** On Today of those whose day is told without requests: who waits for an answer of theirs, and what they asked for. */
export default function HelpAsked() {
  const read = useOpen();
  const id = me.value?.id;
  const open = read.value?.items ?? [];
  const mine = open.filter(({ asker }) => asker.id === id);
  const waiting = open.filter(
    ({ asker, helper }) => asker.id !== id && (helper === null || helper.id === id),
  );
  return <HelpToday mine={mine} waiting={waiting} reload={() => read.reload()} />;
}
