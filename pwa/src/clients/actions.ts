/** What a rep does with clients. Each is kept on the phone first and sent by the outbox. */
import { uuid7 } from '../kit/api/uuid7';
import { enqueue, items, onDelivered, type Item } from '../kit/outbox';
import { isStuck, isUnsaid } from '../kit/outbox/item';
import { refresh } from '../kit/cache';
import { clientNewOf, factsOf, type NewClientForm } from './new-client';
import { contactIn } from './pending';
import { contactFields, factFields, sheetFields } from './label';
import { clientLane, draftOf, sheetLane } from './lanes';
import { addresses, CLIENTS } from './remote';
import { tidy } from './sheet';
import type { ClientRead, Contact, Facts, SheetContent, SheetNew } from './wire';

type Named = Pick<ClientRead, 'id' | 'name'>;

/** Resolves when the client lies on the phone. Saving it again corrects what has not arrived. */
export async function addClient(form: NewClientForm): Promise<void> {
  const lane = clientLane(form.id);
  const mine = unsent(lane).find((item) => item.kind === 'client');
  await enqueue({
    kind: 'client',
    lane,
    method: 'POST',
    path: addresses.clients,
    body: clientNewOf(form),
    label: { client: form.name.trim(), fields: factFields() },
    draft: draftOf('client', lane),
    ...(mine && { edits: mine.id }),
    change: { method: 'PATCH', path: addresses.client(form.id), body: factsOf(form) },
  });
}

/** Sends only what is different; false when nothing is. A refused change is corrected in its place. */
export async function changeClient(client: ClientRead, facts: Facts): Promise<boolean> {
  const changed = Object.entries(facts).filter(
    ([field, value]) => client[field as keyof Facts] !== value,
  );
  if (changed.length === 0) return false;
  const lane = clientLane(client.id);
  const refused = unsent(lane).findLast((item) => item.kind === 'client-change' && isStuck(item));
  const before = (refused?.body ?? {}) as Partial<Facts>;
  await enqueue({
    kind: 'client-change',
    lane,
    method: 'PATCH',
    path: addresses.client(client.id),
    body: { ...before, ...Object.fromEntries(changed) },
    ifMatch: `"${client.version}"`,
    label: { client: facts.name, fields: factFields() },
    ...(refused && { edits: refused.id }),
  });
  return true;
}

/** Adds a contact, or changes the one with this id. */
export async function keepContact(client: ClientRead, contact: Contact): Promise<void> {
  const lane = clientLane(client.id);
  const { id, name, title, role } = contact;
  const mine = unsent(lane).findLast((item) => isUnsaid(item) && contactIn(item) === id);
  const isKnown = client.contacts.some((known) => known.id === id);
  const birth = { method: 'POST' as const, path: addresses.contacts(client.id), body: contact };
  const change = {
    method: 'PATCH' as const,
    path: addresses.contact(client.id, id),
    body: { name, title, role },
  };
  const isBirth = mine ? mine.method === 'POST' : !isKnown;
  await enqueue({
    kind: 'contact',
    lane,
    ...(isBirth ? birth : { ...change, ifMatch: `"${client.version}"` }),
    within: ['contacts', id],
    label: { client: client.name, detail: name, fields: contactFields() },
    ...(mine && { edits: mine.id, change }),
  });
}

/**
 * Keeps the sheet and answers the id of the version it becomes; a round may name that id at once.
 * `base` is the version the form was opened with: 0 when nobody had begun.
 */
export async function saveSheet(
  client: Named,
  content: SheetContent,
  base: number,
): Promise<string> {
  const lane = sheetLane(client.id);
  const corrected = correctable(lane);
  const id = corrected ? (corrected.body as SheetNew).id : uuid7();
  const body: SheetNew = { id, ...tidy(content) };
  const whole = { method: 'PUT' as const, path: addresses.sheet(client.id) };
  await enqueue({
    kind: 'client-sheet',
    lane,
    needs: [clientLane(client.id)],
    ...whole,
    body,
    ifMatch: `"${base}"`,
    label: { client: client.name, fields: sheetFields() },
    draft: draftOf('client-sheet', lane),
    // It may leave the phone at this very moment: then this is a version of its own, after it.
    ...(corrected && { edits: corrected.id, change: { ...whole, body: { ...body, id: uuid7() } } }),
  });
  return id;
}

/**
 * The unsent sheet that this one replaces. One that a round already names stays as it was played,
 * unless the server refused it: then the round waits for its correction.
 */
function correctable(lane: string): Item | undefined {
  const last = unsent(lane).at(-1);
  if (!last || !isUnsaid(last)) return undefined;
  const isNamed = items.value.some((item) => item.place > last.place && item.needs.includes(lane));
  return isStuck(last) || !isNamed ? last : undefined;
}

function unsent(lane: string): Item[] {
  return items.value.filter((item) => item.lane === lane);
}

for (const kind of ['client', 'client-change', 'contact']) {
  onDelivered(kind, async (item) => {
    await Promise.all([refresh(item.lane), refresh(CLIENTS)]);
  });
}
onDelivered('client-sheet', async (item) => {
  const id = item.lane.slice(item.lane.indexOf(':') + 1);
  await Promise.all([refresh(item.lane), refresh(clientLane(id)), refresh(CLIENTS)]);
});
