/** A server that answers what a test says it answers, and a phone on which somebody is signed in. */
import { vi } from 'vitest';
import { me, type Person } from '../../kit/api/session';
import { wipeReads } from '../../kit/cache/shelf';
import { chosen, lang } from '../../kit/i18n/lang';
import { discard, items, ready, start } from '../../kit/outbox';

export const xiaoman = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  organisation_id: '0199aaaa-0000-7000-8000-00000000000f',
  login: 'lin.xiaoman',
  family_name: '林',
  given_name: '小满',
  latin_name: 'Lin Xiaoman',
  role: 'rep',
  team_id: null,
  language: 'en',
  newcomer: true,
  joined_on: '2026-11-02',
  invitation_accepted: true,
  disabled: false,
  version: 3,
} satisfies Person;

export interface Asked {
  method: string;
  path: string;
  search: string;
  body: unknown;
  ifMatch: string | null;
}

type Answer = unknown;

export class Backend {
  /** By "GET /clients", with its query where that matters; a `Response` is given as it is, everything else as JSON. */
  answers: Record<string, Answer> = {};
  asked: Asked[] = [];
  reachable = true;
  /** The code with which the server refuses to renew this sign-in; tokens given before end too. */
  ended: string | null = null;

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(
      input instanceof Request ? input : new URL(input, location.href),
      init && { ...init, signal: null },
    );
    if (!this.reachable) throw new TypeError('Failed to fetch');
    const { pathname, search } = new URL(request.url);
    const path = pathname.replace('/api/v1', '');
    if (this.ended) return refusal(401, this.ended, 'Sign in again.');
    if (path === '/sign-in/refresh') return json(grant());
    const text = await request.text();
    this.asked.push({
      method: request.method,
      path,
      search,
      body: read(text, request.headers.get('Content-Type')),
      ifMatch: request.headers.get('If-Match'),
    });
    const asked = `${request.method} ${path}`;
    const answer = this.answers[asked + search] ?? this.answers[asked];
    if (answer instanceof Response) return answer.clone();
    return answer === undefined ? refusal(404, 'not_found', 'Not here.') : json(answer);
  };

  bodiesOf(method: string, path: string): unknown[] {
    return this.asked
      .filter((one) => one.method === method && one.path === path)
      .map((one) => one.body);
  }
}

/** English, online, signed in, nothing read and nothing unsent; call it before each test. */
export async function signedIn(person: Person = xiaoman): Promise<Backend> {
  const backend = new Backend();
  vi.stubGlobal('fetch', backend.fetch);
  localStorage.clear();
  chosen.value = null;
  lang.value = 'en';
  me.value = null; // whatever was read before is forgotten with its reader
  await wipeReads();
  me.value = person;
  start();
  await vi.waitUntil(() => ready.value);
  for (const { id } of items.value) await discard(id);
  await vi.waitUntil(() => items.value.length === 0);
  return backend;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}

export function refusal(status: number, code: string, detail: string): Response {
  const problem = { type: 'about:blank', title: '', status, code, detail };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

/** What is no JSON, such as a recording, is told as its text. */
function read(text: string, type: string | null): unknown {
  if (!text) return null;
  return type?.startsWith('audio/') ? text : (JSON.parse(text) as unknown);
}

export function page<T>(items: T[], next_cursor: string | null = null) {
  return { items, next_cursor };
}

function grant() {
  return { access_token: 'token', token_type: 'Bearer', expires_in: 600, person: me.peek() };
}
