import { uuid7 } from '../api/uuid7';
import { me, owner as ownerNow } from '../api/person';
import { fullName } from '../i18n/names';
import { write, type Reading, type Writing } from './db';
import { draftSaved, giveDraftBack, takeDraft } from './drafts';
import { isUnsaid, type Content, type Item, type NewItem } from './item';
import { changeItem, itemsIn, removeItem } from './items';
import { send } from './sender';
import { putTogether } from './takes';

/** Nobody is signed in on this phone, so nobody could be the writer. */
export class NobodySignedIn extends Error {
  override readonly name = 'NobodySignedIn';
}

/**
 * Keeps what a person wrote until the server has it. When the promise resolves, the item lies on
 * the phone and the screen may say "saved"; when it rejects, nothing was kept and the draft stands.
 */
export async function enqueue(wish: NewItem): Promise<string> {
  const [id] = await enqueueAll([wish]);
  return id ?? '';
}

/** Several items of one screen: all are kept, or none. They are sent in the order given. */
export async function enqueueAll(wishes: NewItem[]): Promise<string[]> {
  const [owner, person] = [ownerNow.peek(), me.peek()];
  if (!owner || !person) throw new NobodySignedIn();
  const drafts = [...new Set(wishes.flatMap((wish) => wish.draft ?? []))];
  const typed = new Map<string, Typed>();
  for (const key of drafts) typed.set(key, await takeDraft(owner, key));
  const writer = { owner, ownerName: fullName(person) };
  try {
    const ids = await write(['items', 'media', 'versions', 'drafts', 'slices'], async (tx) => {
      const kept: string[] = [];
      for (const wish of wishes) {
        kept.push(await keep(tx, wish, writer, typed.get(wish.draft ?? '')));
      }
      for (const key of drafts) await tx.objectStore('drafts').delete([owner, key]);
      return kept;
    });
    for (const key of drafts) draftSaved(owner, key);
    askToStay();
    void send();
    return ids;
  } catch (error) {
    for (const key of drafts) await giveDraftBack(owner, key);
    throw error;
  }
}

/** The version of a record as a screen has just read it; later changes in its lane build on it. */
export async function noteVersion(lane: string, etag: string | null): Promise<void> {
  const owner = ownerNow.peek();
  if (!owner || !etag) return;
  await write(['versions'], (tx) => tx.objectStore('versions').put({ owner, lane, etag }));
}

type Typed = { form: unknown; edits: string | null };
type Writer = Pick<Item, 'owner' | 'ownerName'>;

/** Inside the transaction: a new item at the end, or in the place of one that it corrects. */
async function keep(tx: Writing, wish: NewItem, writer: Writer, typed?: Typed): Promise<string> {
  const mine = await itemsIn(tx, writer.owner);
  const corrects = wish.edits ?? typed?.edits ?? null;
  const old = mine.find((item) => item.id === corrects);
  const inPlace = old !== undefined && isUnsaid(old);
  const said = corrects && !inPlace && wish.change ? asChange(wish, wish.change) : wish;
  const media = wish.take ? await putTogether(tx, writer.owner, wish.take) : said.media;
  const base = inPlace
    ? { follows: old.follows, ifMatch: old.ifMatch ?? openedWith(said, old) }
    : await baseOf(tx, said, mine, writer);
  const item: Item = {
    ...fresh(said, writer),
    hasMedia: media !== undefined,
    form: typed?.form ?? null,
    place: inPlace && !said.beside ? old.place : await lastPlace(tx),
    ...(said.ifMatch === undefined ? { follows: null, ifMatch: null } : base),
  };
  await tx.objectStore('items').add(item);
  if (media) await tx.objectStore('media').add({ ...media, item: item.id });
  if (inPlace) await putInPlaceOf(tx, old, item, mine);
  return item.id;
}

/** A refused birth may be corrected by a change of the record that stands there instead. */
function openedWith({ ifMatch }: NewItem, { follows }: Item): string | null {
  return follows || ifMatch === 'last' ? null : (ifMatch ?? null);
}

function asChange(wish: NewItem, change: Content): NewItem {
  return { ...wish, ...change, ifMatch: 'last' };
}

function fresh(wish: NewItem, writer: Writer): Item {
  return {
    id: uuid7(),
    ...writer,
    place: 0,
    kind: wish.kind,
    lane: wish.lane,
    needs: wish.needs ?? [],
    method: wish.method,
    path: wish.path,
    body: wish.body ?? null,
    label: wish.label ?? {},
    within: wish.within ?? [],
    beside: wish.beside ?? false,
    draft: wish.draft ?? null,
    form: null,
    hasMedia: false,
    ifMatch: null,
    follows: null,
    savedAt: Date.now(),
    tries: 0,
    notBefore: 0,
    state: 'waiting',
    status: null,
    problem: null,
    theirs: null,
  };
}

async function baseOf(tx: Reading, wish: NewItem, mine: Item[], { owner }: Writer) {
  const earlier = mine.findLast((item) => item.lane === wish.lane && !item.beside);
  if (earlier) return { follows: earlier.id, ifMatch: null };
  if (wish.ifMatch !== 'last') return { follows: null, ifMatch: wish.ifMatch ?? null };
  const known = await tx.objectStore('versions').get([owner, wish.lane]);
  return { follows: null, ifMatch: known?.etag ?? null };
}

async function lastPlace(tx: Reading): Promise<number> {
  const last = await tx.objectStore('items').index('place').openKeyCursor(null, 'prev');
  return (last?.key ?? 0) + 1;
}

async function putInPlaceOf(tx: Writing, old: Item, item: Item, mine: Item[]): Promise<void> {
  await removeItem(tx, old.id);
  for (const next of mine.filter((other) => other.follows === old.id)) {
    await changeItem(tx, next.id, { follows: item.id });
  }
}

let asked = false;

/**
 * A browser short of space clears sites that did not ask. Some put the question to the person, so it
 * is asked only when there is something to keep. Insecure addresses cannot ask.
 */
function askToStay(): void {
  if (asked) return;
  asked = true;
  void (navigator as Partial<Navigator>).storage?.persist();
}
