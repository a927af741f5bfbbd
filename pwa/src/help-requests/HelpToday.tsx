import { me } from '../kit/api/session';
import { items, pendingOf } from '../kit/outbox';
import { bornRequests, lineAtHand } from './at-hand';
import { HelpRows } from './HelpRows';
import { KINDS } from './kinds';
import { useAgain } from './use-again';
import type { Line } from './wire';
import { t } from './words';

interface Props {
  mine: readonly Line[];
  waiting: readonly Line[];
  /** Reads the day again: somebody may answer while it is open. */
  reload: () => unknown;
}

/** On Today: who waits for me first, then what I asked for and who has it. */
export default function HelpToday({ mine, waiting, reload }: Props) {
  const open = mine.length + waiting.length > 0;
  useAgain(reload, open);
  const person = me.value;
  if (!person) return null;
  const unsent = items.value;
  const known = new Set(mine.map(({ id }) => id));
  const asked = [
    ...bornRequests(pendingOf(KINDS.asked), known, person),
    ...mine.map((line) => lineAtHand(line, unsent, person)),
  ].filter(({ state }) => state !== 'solved');
  const owed = waiting.map((line) => lineAtHand(line, unsent, person)).filter((one) => one.owed);
  return (
    <>
      {owed.length > 0 && <Part title={t('waitingForMe')} requests={owed} me={person.id} />}
      {asked.length > 0 && <Part title={t('myRequests')} requests={asked} me={person.id} />}
    </>
  );
}

function Part({
  title,
  ...rest
}: { title: string } & Omit<Parameters<typeof HelpRows>[0], 'label'>) {
  return (
    <section>
      <h2>{title}</h2>
      <HelpRows label={title} {...rest} />
    </section>
  );
}
