/** Reads carry the token of the person of this phone. */
import { beforeEach, expect, it, vi } from 'vitest';
import { openTab, freshPhone, type Tab } from '../outbox/testing/phone';
import { xiaoman } from '../outbox/testing/server';

const phone = freshPhone();
let tab: Tab;
let client: Awaited<ReturnType<typeof loadClient>>;

beforeEach(async () => {
  tab = await openTab();
  client = await loadClient();
  await tab.signIn(xiaoman.login, 'alongside');
});

const loadClient = () => import('./client');

function ask(): Promise<Response> {
  return client.authorised(new Request(new URL('/api/v1/me', location.href)));
}

it('renews the sign-in once when the token has ended', async () => {
  phone.server.endTokens();
  await ask();
  expect(phone.server.renewals).toBe(1);
  expect(phone.server.sent).toEqual(['GET /me']);
});

it('is refused, not repeated, when the sign-in cannot be renewed', async () => {
  phone.server.endTokens();
  phone.server.cookie = null;
  await expect(ask()).rejects.toMatchObject({ name: 'Refusal', status: 401 });
  expect(phone.server.renewals).toBe(1);
});

it('tells no network from a refusal, also behind the page of a hotel network', async () => {
  phone.server.reachable = false;
  await expect(ask()).rejects.toMatchObject({ name: 'NoAnswer' });
  const page = new Response('<h1>Hotel</h1>', { headers: { 'Content-Type': 'text/html' } });
  vi.stubGlobal('fetch', () => Promise.resolve(page));
  await expect(ask()).rejects.toMatchObject({ name: 'NoAnswer' });
});

it('asks and sends in the language of this phone', async () => {
  const heard = new Set<string | null>();
  vi.stubGlobal('fetch', (input: string | Request, init?: RequestInit) => {
    const headers = input instanceof Request ? input.headers : new Headers(init?.headers);
    heard.add(headers.get('Accept-Language'));
    return phone.server.fetch(input, init);
  });
  (await import('../i18n/lang')).speak('zh-CN');
  await ask();
  await tab.enqueue({ kind: 'visit', lane: 'visit:1', method: 'PUT', path: '/api/v1/visits/1' });
  await tab.send();
  expect(phone.server.sent).toEqual(['GET /me', 'PUT /visits/1']);
  expect([...heard]).toEqual(['zh-CN']);
});

it('gives the data of an answer, or the problem in it as an error', async () => {
  const response = new Response(null, { status: 404 });
  const problem = { code: 'not_found', status: 404, detail: 'Not here.' };
  await expect(client.got(Promise.resolve({ error: problem, response }))).rejects.toMatchObject({
    name: 'Refusal',
    code: 'not_found',
    message: 'Not here.',
  });
  const fine = { data: { id: 1 }, response: new Response('{}') };
  expect(await client.got(Promise.resolve(fine))).toEqual({ id: 1 });
});
