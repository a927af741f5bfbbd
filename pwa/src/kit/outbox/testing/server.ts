import { vi } from 'vitest';
import type { Person } from '../../api/person';

/** What may go wrong on the way; one is used up by each request of an item. */
export type Trouble =
  | 'never arrives'
  | 'answer lost'
  | 'hangs after storing'
  | 'redirected'
  | { status: number; headers?: Record<string, string>; problem?: Record<string, unknown> };

export interface Seen {
  method: string;
  path: string;
  who: string;
  ifMatch: string | null;
  body: unknown;
}

interface Row {
  born: string;
  version: number;
  value: Record<string, unknown>;
}

export const xiaoman = person('p1', 'Lin Xiaoman');
export const qihang = person('p2', 'Zhou Qihang');

/**
 * The server as the phone knows it: rows born on the phone, replays answered with the same row,
 * versions, and a cookie that belongs to whoever signed in last.
 */
export class FakeServer {
  rows = new Map<string, Row>();
  seen: Seen[] = [];
  troubles: Trouble[] = [];
  people = [xiaoman, qihang];
  cookie: Person | null = null;
  renewals = 0;
  signOuts = 0;
  /** The company has ended every sign-in of this person. */
  letOut = false;
  /** Set to refuse all tokens given so far. */
  oldestToken = 0;
  reachable = true;
  /** Answers to items wait for this. */
  held: Promise<void> = Promise.resolve();
  renewalHeld: Promise<void> = Promise.resolve();
  /** The most requests that were ever on their way at the same moment. */
  mostAtOnce = 0;
  #now = 0;
  #tokens = 0;

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = await plain(input, init);
    this.#now += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#now);
    try {
      await Promise.resolve();
      if (!this.reachable) throw new TypeError('Failed to fetch');
      return await this.#answer(request);
    } finally {
      this.#now -= 1;
    }
  };

  /** Paths of the items that were sent, in order, replays included. */
  get sent(): string[] {
    return this.seen.map(({ method, path }) => `${method} ${path}`);
  }

  async #answer(request: Plain): Promise<Response> {
    const path = request.path.replace('/api/v1', '');
    if (path === '/sign-in') return this.#signIn(request.body as { login: string });
    if (path === '/sign-in/refresh') return this.renewalHeld.then(() => this.#renew());
    if (path === '/sign-out') {
      this.signOuts += 1;
      this.cookie = null;
      return new Response(null, { status: 204 });
    }
    const [, who = '', number = '0'] = /^Bearer (\w+)\.(\d+)$/.exec(request.token) ?? [];
    if (Number(number) <= this.oldestToken) return problem(401, { code: 'token_expired' });
    const { method, ifMatch, body } = request;
    this.seen.push({ method, path, who, ifMatch, body });
    await this.held;
    return this.#withTrouble(() => this.#store(request.method, path, request), request.redirect);
  }

  async #withTrouble(store: () => Response, redirect: RequestRedirect): Promise<Response> {
    const trouble = this.troubles.shift();
    if (!trouble) return store();
    if (trouble === 'never arrives') throw new TypeError('Failed to fetch');
    if (trouble === 'answer lost') {
      store();
      throw new TypeError('Failed to fetch');
    }
    if (trouble === 'redirected') {
      if (redirect === 'error') throw new TypeError('Failed to fetch');
      return json(200, []); // a redirected PUT comes back as the GET of something else
    }
    if (trouble === 'hangs after storing') {
      store();
      return new Promise(() => undefined);
    }
    return problem(trouble.status, trouble.problem ?? {}, trouble.headers);
  }

  #store(method: string, path: string, { body, ifMatch }: Plain): Response {
    const row = this.rows.get(path);
    const born = JSON.stringify(body);
    if (method === 'PUT' && !row) return this.#keep(path, born, 1, body);
    if (method === 'PUT' && row?.born === born) return answer(row);
    if (method === 'PUT') return problem(409, { code: 'born_differently' });
    if (!row) return problem(404, { code: 'not_found' });
    if (!ifMatch) return problem(428, { code: 'version_missing' });
    if (ifMatch !== `"${row.version}"`) return problem(412, { current: current(row) });
    return this.#keep(path, row.born, row.version + 1, { ...row.value, ...(body as object) });
  }

  #keep(path: string, born: string, version: number, body: unknown): Response {
    const row = { born, version, value: body as Record<string, unknown> };
    this.rows.set(path, row);
    return answer(row);
  }

  #signIn({ login }: { login: string }): Response {
    const found = this.people.find((one) => one.login === login);
    if (!found) return problem(401, { code: 'sign_in_refused', detail: 'Name or password.' });
    this.cookie = found;
    return this.#grant(found);
  }

  #renew(): Response {
    this.renewals += 1;
    if (this.letOut) return problem(401, { code: 'let_out' });
    if (!this.cookie) return problem(401, { code: 'signed_out' });
    return this.#grant(this.cookie);
  }

  #grant(whom: Person): Response {
    this.#tokens += 1;
    const access_token = `${whom.id}.${this.#tokens}`;
    return json(200, { access_token, token_type: 'Bearer', expires_in: 600, person: whom });
  }

  /** All tokens given out so far end now; the cookie still renews. */
  endTokens(): void {
    this.oldestToken = this.#tokens;
  }
}

/** Puts a fresh server behind fetch. */
export function serve(): FakeServer {
  const server = new FakeServer();
  vi.stubGlobal('fetch', server.fetch);
  return server;
}

export function problem(
  status: number,
  more: Record<string, unknown>,
  headers: Record<string, string> = {},
): Response {
  const body = { type: 'about:blank', title: '', status, detail: 'No.', code: 'no', ...more };
  return json(status, body, { 'Content-Type': 'application/problem+json', ...headers });
}

interface Plain extends Omit<Seen, 'who'> {
  token: string;
  redirect: RequestRedirect;
}

async function plain(input: string | URL | Request, init?: RequestInit): Promise<Plain> {
  const request = new Request(
    new URL(input instanceof Request ? input.url : input, location.href),
    {
      ...(input instanceof Request ? { method: input.method, headers: input.headers } : init),
      signal: null,
    },
  );
  const text = typeof init?.body === 'string' ? init.body : await request.text();
  return {
    method: request.method,
    redirect: request.redirect,
    path: new URL(request.url).pathname,
    token: request.headers.get('Authorization') ?? '',
    ifMatch: request.headers.get('If-Match'),
    body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text,
  };
}

function current(row: Row): Record<string, unknown> {
  return { ...row.value, version: row.version };
}

function answer(row: Row): Response {
  return json(200, current(row), { ETag: `"${row.version}"` });
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

function person(id: string, latin_name: string): Person {
  const [given_name = '', family_name = ''] = latin_name.split(' ').reverse();
  return {
    id,
    organisation_id: 'o1',
    login: latin_name.toLowerCase().replace(' ', '.'),
    latin_name,
    given_name,
    family_name,
    role: 'rep',
    team_id: 't1',
    language: 'en',
    newcomer: false,
    joined_on: '2026-03-02',
    invitation_accepted: true,
    disabled: false,
    version: 1,
  };
}
