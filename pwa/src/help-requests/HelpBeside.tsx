import { me } from '../kit/api/session';
import { pending } from '../kit/outbox';
import { Skeleton } from '../kit/ui/Skeleton';
import { ReadNote } from '../people/ReadNote';
import { helpAtHand } from './at-hand';
import { ClientSide } from './ClientSide';
import { HelpCard } from './HelpCard';
import { helpLane } from './kinds';
import { useHelp } from './remote';

/** A request beside the list it was chosen from, with its client below. */
export default function HelpBeside({ id }: { id: string }) {
  const read = useHelp(id);
  const person = me.value;
  if (!person) return null;
  const request = helpAtHand(read.value?.request, pending(helpLane(id)), person);
  return (
    <div class="stack">
      <ReadNote of={read} />
      {!request && !read.error && <Skeleton />}
      {request && <HelpCard key={id} request={request} beside={read.value} me={person} />}
      {request && <ClientSide request={request} beside={read.value} me={person} />}
    </div>
  );
}
