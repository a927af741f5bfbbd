import { me } from '../kit/api/session';
import { items } from '../kit/outbox';
import { lineAtHand } from './at-hand';
import { HelpRows } from './HelpRows';
import type { Line } from './wire';

interface Props {
  label: string;
  help: readonly Line[];
  hrefOf?: (id: string) => string;
  current?: string | undefined;
}

/** Of the team: who waits for an answer, the earliest promise first; what was just answered has gone. */
export default function WaitingHelp({ label, help, hrefOf, current }: Props) {
  const person = me.value;
  if (!person) return null;
  const unsent = items.value;
  const owed = help.map((line) => lineAtHand(line, unsent, person)).filter((one) => one.owed);
  return (
    <HelpRows
      label={label}
      requests={owed}
      me={person.id}
      current={current}
      {...(hrefOf && { hrefOf })}
    />
  );
}
