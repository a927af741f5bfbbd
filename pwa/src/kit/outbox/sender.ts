import { expired, owner as ownerNow, passFor, type Pass } from '../api/session';
import { lang } from '../i18n/lang';
import { backOff, noAnswer, read, type Answer } from './answer';
import { write } from './db';
import { landed } from './delivered';
import type { Item } from './item';
import { itemsOf, mediaOf } from './items';
import { nextMoment, nextToSend } from './order';
import { settle } from './settle';
import { takeTurn } from './turn';

const ANSWER_WITHIN = 20_000;
const MEDIA_WITHIN = 180_000;
/** A file of ten megabytes has as much longer as a slow network needs: 20 kB a second. */
const BYTES_A_MS = 20;
const SIGNED_OUT_REST = 60_000;

let running: Promise<void> | null = null;
let waiting: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Nothing is sent before this moment: no network, or the server asked everybody to wait. */
let restUntil = 0;
/** Tries without any answer since the last one that had one. */
let misses = 0;
/** Counts how often the waits were over: a try begun before says nothing of the network since. */
let wakings = 0;

/**
 * Sends what may go, oldest first. Safe to call at any moment and from any tab: one run goes, one
 * waits for it to end, and further calls join the one that waits.
 */
export function send(): Promise<void> {
  if (!running) {
    running = run().finally(() => {
      running = null;
    });
    return running;
  }
  waiting ??= running.then(next, next);
  return waiting;
}

/** A person asks, or has signed in: all waits are over. */
export async function sendNow(): Promise<void> {
  wakings += 1;
  rested();
  await endWaits((item) => item.notBefore > 0);
  await send();
}

/** The network or the person is back: what had no answer goes at once, what the server put off waits. */
export async function wakeUp(): Promise<void> {
  wakings += 1;
  const woken = await endWaits((item) => item.status === null && item.notBefore > 0);
  if (woken > 0) rested();
  await send();
}

/** These items wait no longer, whoever wrote them; returns how many. */
function endWaits(which: (item: Item) => boolean): Promise<number> {
  return write(['items'], async (tx) => {
    const items = tx.objectStore('items');
    const found = (await items.getAll()).filter(which);
    for (const item of found) await items.put({ ...item, notBefore: 0 });
    return found.length;
  });
}

function rested(): void {
  restUntil = 0;
  misses = 0;
}

function next(): Promise<void> {
  waiting = null;
  return send();
}

async function run(): Promise<void> {
  const taken = await takeTurn(sendAll);
  if (taken !== null) callAgainAt(taken);
}

async function sendAll(stillMine: () => Promise<void>): Promise<void> {
  const owner = ownerNow.peek();
  if (!owner) return;
  while (restUntil <= Date.now() && ownerNow.peek() === owner) {
    const item = nextToSend(await itemsOf(owner), Date.now());
    if (!item) break;
    await stillMine();
    await sendOne(item);
  }
  const moment = nextMoment(await itemsOf(owner));
  if (moment !== null && !expired.peek()) callAgainAt(Math.max(moment, restUntil));
}

async function sendOne(item: Item): Promise<void> {
  const begun = wakings;
  const answer = await attempt(item);
  if (!answer) return;
  const wait = answer === noAnswer && begun !== wakings ? atOnce() : pause(item, answer);
  await settle(item, answer, Date.now() + wait);
  if (answer.was === 'delivered') landed(item, answer.row);
}

/** The network came back while this try was on its way: what it found before must put nothing off. */
function atOnce(): number {
  misses = 0;
  return 0;
}

/** How long this item has to wait; some answers make all others wait as well. */
function pause(item: Item, answer: Answer): number {
  misses = answer === noAnswer ? misses + 1 : 0;
  if (answer.was === 'refused') restUntil = Date.now() + SIGNED_OUT_REST;
  if (answer.was !== 'later') return 0;
  const wait = answer.wait ?? backOff(Math.max(item.tries + 1, misses));
  if (answer.everything) restUntil = Date.now() + wait;
  return wait;
}

/** Null when the item was corrected or discarded in the meantime: then there is nothing to send. */
async function attempt(item: Item): Promise<Answer | null> {
  // A device that says it is offline is asked twice: a tried item can no longer be corrected in
  // place, and a renewal that fails leaves it untried.
  const pass = await passFor(item.owner, { renewed: !navigator.onLine });
  if ('why' in pass) return unsent(pass);
  const tried = await markTried(item.id);
  if (!tried) return null;
  const answer = await post(tried, pass.token);
  if (answer.was !== 'refused') return answer;
  const again = await passFor(item.owner, { renewed: true });
  return 'why' in again ? unsent(again) : post(tried, again.token);
}

function unsent({ why }: Extract<Pass, { why: unknown }>): Answer {
  return why === 'refused' ? { was: 'refused' } : noAnswer;
}

/** From here on the server may have it, so the item never changes again. */
function markTried(id: string): Promise<Item | null> {
  return write(['items'], async (tx) => {
    const items = tx.objectStore('items');
    const item = await items.get(id);
    if (!item) return null;
    await items.put({ ...item, tries: item.tries + 1 });
    return item;
  });
}

async function post(item: Item, token: string): Promise<Answer> {
  const media = item.hasMedia ? await mediaOf(item.id) : undefined;
  const headers: Record<string, string> = {
    Authorization: `Bearer ${token}`,
    'Accept-Language': lang.peek(),
  };
  if (item.ifMatch) headers['If-Match'] = item.ifMatch;
  if (media) headers['Content-Type'] = media.type;
  else if (item.body !== null) headers['Content-Type'] = 'application/json';
  const response = await fetch(item.path, {
    method: item.method,
    headers,
    body: media?.bytes ?? (item.body === null ? null : JSON.stringify(item.body)),
    credentials: 'same-origin',
    redirect: 'error',
    signal: AbortSignal.timeout(
      media ? MEDIA_WITHIN + media.bytes.byteLength / BYTES_A_MS : ANSWER_WITHIN,
    ),
  }).catch(() => null);
  return response ? read(response, item) : noAnswer;
}

function callAgainAt(moment: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void send(), Math.max(0, moment - Date.now()) + 50);
}
