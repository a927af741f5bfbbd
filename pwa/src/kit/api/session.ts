import { signal } from '@preact/signals';
import { wipeReads } from '../cache/shelf';
import { lang } from '../i18n/lang';
import { followOtherTabs, me, ownerOf, rememberPerson, type Person } from './person';
import { isDelivered, NoAnswer, problemOf, Refusal, type Problem } from './problem';
import type { components } from './schema';

export { me, owner, ownerOf, type Person } from './person';

/** Set when the server no longer renews this sign-in; unsent items stay and can be exported. */
export const expired = signal<Problem | null>(null);

const LET_OUT = 'let_out';

/** The company ended the sign-in of this person: here nothing is read any more. Reactive. */
export function hasLeft(): boolean {
  return expired.value?.code === LET_OUT;
}

export type Renewal = 'fresh' | 'refused' | 'no-answer';
export type Pass = { token: string } | { why: Exclude<Renewal, 'fresh'> };

type Grant = components['schemas']['SignedIn'];

const LEAVING = 'alongside.leaving';
const ANSWER_WITHIN = 15_000;
const EARLY = 30_000;

let access: { token: string; until: number; owner: string } | null = null;
let renewing: Promise<Renewal> | null = null;
/** Counts sign-ins and sign-outs, so that a late answer to an older one changes nothing. */
let turn = 0;

export async function signIn(login: string, password: string): Promise<Person> {
  turn += 1;
  const response = await ask('/sign-in', { login, password }).catch(() => {
    throw new NoAnswer();
  });
  if (!response.ok) throw new Refusal(await problemOf(response));
  if (!isDelivered(response)) throw new NoAnswer();
  return enter((await response.json()) as Grant);
}

/** What a right password brings, and an accepted invitation as well: from here on it is this person. */
export async function enter(grant: Grant): Promise<Person> {
  localStorage.removeItem(LEAVING);
  turn += 1;
  const person = accept(grant);
  await wipeReads({ except: ownerOf(person) });
  return person;
}

/** Signs out on this phone at once, also offline; the server is told as soon as it can be. */
export async function signOut(): Promise<void> {
  turn += 1;
  access = null;
  expired.value = null;
  localStorage.setItem(LEAVING, '1');
  rememberPerson(null);
  await wipeReads();
  await finishLeaving();
}

/** A token for this person only: never one that a sign-in in another tab has brought. */
export async function passFor(owner: string, { renewed = false } = {}): Promise<Pass> {
  if (renewed || !access || access.until < Date.now()) {
    const renewal = await renew();
    if (renewal !== 'fresh') return { why: renewal };
  }
  return access?.owner === owner ? { token: access.token } : { why: 'refused' };
}

/** One at a time over all tabs: the refresh token rotates, and a second use of it ends everything. */
export function renew(): Promise<Renewal> {
  if (!me.peek()) return Promise.resolve('refused');
  const asked = turn;
  renewing ??= alone(() => askForToken(asked)).finally(() => {
    renewing = null;
  });
  return renewing;
}

/** The token of the moment, fetched when there is none; null when there is nobody to fetch for. */
export async function ensureToken(): Promise<string | null> {
  const person = me.peek();
  const pass = person && (await passFor(ownerOf(person)));
  return pass && 'token' in pass ? pass.token : null;
}

/** Called once when the app starts. */
export function startSession(): void {
  followOtherTabs(() => {
    turn += 1;
    access = null;
    expired.value = null;
  });
  addEventListener('online', () => void finishLeaving());
  void finishLeaving();
}

async function askForToken(asked: number): Promise<Renewal> {
  // Somebody signed in or out while this one queued: whatever it would bring belongs to the past.
  if (asked !== turn) return access ? 'fresh' : 'refused';
  const response = await ask('/sign-in/refresh').catch(() => null);
  if (asked !== turn) return access ? 'fresh' : 'refused';
  if (response?.status === 401 || response?.status === 403) {
    access = null;
    const problem = await problemOf(response);
    if (problem.code === LET_OUT) await wipeReads();
    expired.value = problem;
    return 'refused';
  }
  if (!response || !isDelivered(response)) return 'no-answer';
  const grant = (await response.json().catch(() => null)) as Grant | null;
  if (!grant) return 'no-answer';
  if (asked === turn) accept(grant);
  return access ? 'fresh' : 'refused';
}

function accept(grant: Grant): Person {
  const { person } = grant;
  access = {
    token: grant.access_token,
    until: Date.now() + grant.expires_in * 1000 - EARLY,
    owner: ownerOf(person),
  };
  expired.value = null;
  rememberPerson(person);
  return person;
}

/** A sign-out made offline: without this the cookie would let the next reader back in. */
async function finishLeaving(): Promise<void> {
  if (!localStorage.getItem(LEAVING)) return;
  const asked = turn;
  const response = await ask('/sign-out').catch(() => null);
  const settled = response !== null && (response.ok || response.status === 401);
  if (settled && asked === turn) localStorage.removeItem(LEAVING);
}

function ask(path: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = {
    'X-Alongside': '1',
    'Accept-Language': lang.peek(),
  };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return fetch(`/api/v1${path}`, {
    method: 'POST',
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    credentials: 'same-origin',
    signal: AbortSignal.timeout(ANSWER_WITHIN),
  });
}

/** Web Locks do not exist on insecure addresses; there the server's short grace has to do. */
async function alone(work: () => Promise<Renewal>): Promise<Renewal> {
  const locks = (navigator as Partial<Navigator>).locks;
  return locks ? await locks.request('alongside-renewal', work) : work();
}
