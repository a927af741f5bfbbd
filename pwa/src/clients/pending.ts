/** What has been written on this phone and not sent yet, laid over what the server has said. Pure. */
import type { Item } from '../kit/outbox';
import { contentOf, emptySheet, sheetState } from './sheet';
import type {
  ClientCard,
  ClientNew,
  ClientRead,
  Contact,
  Facts,
  PersonRef,
  SheetContent,
  SheetNew,
  SheetRead,
} from './wire';

/** A client with its unsent changes; born on this phone when the server does not know it yet. */
export function withUnsent(
  read: ClientRead | undefined,
  items: readonly Item[],
  /** The person of this phone: whoever bears a client looks after it. */
  writer: PersonRef,
): ClientRead | undefined {
  const born = items.find((item) => item.kind === 'client' && item.method === 'POST');
  const first = read ?? (born && bornClient(born.body as ClientNew, born.savedAt, writer));
  return first && items.reduce(withChange, first);
}

/** The list with clients that are still on this phone only, newest first. */
export function cardsWithUnsent(
  cards: readonly ClientCard[],
  items: readonly Item[],
  /** The person of this phone: whoever bears a client looks after it. */
  writer: PersonRef,
): ClientCard[] {
  const known = new Set(cards.map((card) => card.id));
  const born = items
    .map((item) => item.body as ClientNew)
    .filter((body) => body.name && !known.has(body.id))
    .map((body) => cardOf(bornClient(body, 0, writer)));
  return [...born.reverse(), ...cards];
}

/** The sheet as its writer left it: the last one that waits, else what was read, else the empty one. */
export function sheetWithUnsent(
  read: SheetRead | undefined,
  items: readonly Item[],
  isUnbegun = false,
): SheetContent | undefined {
  const last = items.filter((item) => item.kind === 'client-sheet').at(-1);
  if (last) return contentOf(last.body as SheetNew);
  if (read) return contentOf(read);
  return isUnbegun ? emptySheet() : undefined;
}

/** The contact that an unsent item adds or changes; null for everything else. */
export function contactIn({ kind, method, path, body }: Item): string | null {
  if (kind !== 'contact') return null;
  return method === 'POST' ? (body as Contact).id : (path.split('/').at(-1) ?? null);
}

function bornClient(body: ClientNew, savedAt: number, writer: PersonRef): ClientRead {
  const at = new Date(savedAt).toISOString();
  const { id, family_name, given_name, latin_name } = writer;
  return {
    industry: null,
    district: null,
    size: null,
    exports_now: 'unknown',
    channels: null,
    grade: null,
    source: null,
    external_id: null,
    contacts: [],
    ...body,
    owner: { id, family_name, given_name, latin_name },
    sheet: sheetState(emptySheet(), 0),
    created_at: at,
    updated_at: at,
    version: 0,
  };
}

function cardOf(client: ClientRead): ClientCard {
  const { id, name, owner, industry, district, grade, contacts, sheet } = client;
  const boss = contacts.find((contact) => contact.role === 'boss')?.name ?? null;
  const { answers_ready } = sheet;
  return { id, name, owner, industry, district, grade, boss, answers_ready };
}

function withChange(client: ClientRead, item: Item): ClientRead {
  const contact = contactIn(item);
  if (contact) {
    const change = { ...(item.body as Partial<Contact>), id: contact };
    return { ...client, contacts: merged(client.contacts, change) };
  }
  if (item.method === 'PATCH') return { ...client, ...(item.body as Partial<Facts>) };
  return client;
}

function merged(contacts: Contact[], change: Partial<Contact> & { id: string }): Contact[] {
  const known = contacts.some((contact) => contact.id === change.id);
  if (!known && change.name) return [...contacts, change as Contact];
  return contacts.map((contact) =>
    contact.id === change.id ? { ...contact, ...change } : contact,
  );
}
