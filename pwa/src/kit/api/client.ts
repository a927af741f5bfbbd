import createClient from 'openapi-fetch';
import { lang } from '../i18n/lang';
import { comesAs, isDelivered, NoAnswer, problemOf, Refusal, type Problem } from './problem';
import { expired, me, ownerOf, passFor } from './session';
import type { paths } from './schema';

const ANSWER_WITHIN = 20_000;
const FILE_WITHIN = 120_000;
const FILES = ['audio/*', 'image/*', 'application/pdf', 'application/zip'] as const;
export type FileKind = (typeof FILES)[number];

/** The typed client for reads; what a person writes goes through the outbox instead. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: authorised });

/** For what needs no sign-in, also while somebody else's sign-in on this phone has expired. */
export const openApi = createClient<paths>({ baseUrl: location.origin, fetch: asNobody });

/** Sends with the token of the person of this phone; a 401 renews it once. */
export async function authorised(request: Request): Promise<Response> {
  const person = me.peek();
  if (!person) return asNobody(request);
  const again = request.clone();
  const first = await carrying(request, ownerOf(person), false);
  return first.status === 401 ? carrying(again, ownerOf(person), true) : first;
}

/** A file of the server's; a player's or a link's own request could not say who asks. */
export async function fileAt(path: string, kind: FileKind): Promise<Blob> {
  const url = new URL(path, location.href);
  const asked = new Request(url, { headers: { Accept: kind }, cache: 'no-store' });
  const response = await authorised(asked);
  if (!response.ok) throw new Refusal(await problemOf(response));
  return response.blob().catch(() => {
    throw new NoAnswer();
  });
}

/** A recording of the server's. */
export function heard(path: string): Promise<Blob> {
  return fileAt(path, 'audio/*');
}

/** The data of an answer, or what stood in its way as an error: Refusal or NoAnswer. */
export async function got<T>(
  asked: Promise<{ data?: T; response: Response; error?: unknown }>,
): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  if (error && typeof error === 'object' && 'code' in error) {
    throw new Refusal(error as unknown as Refusal['problem']);
  }
  throw new Refusal(await problemOf(response));
}

async function carrying(request: Request, owner: string, renewed: boolean): Promise<Response> {
  const pass = await passFor(owner, { renewed });
  if ('why' in pass) throw pass.why === 'no-answer' ? new NoAnswer() : new Refusal(signedOut());
  request.headers.set('Authorization', `Bearer ${pass.token}`);
  return asNobody(request);
}

/** Refusals come back in the language of this phone. */
async function asNobody(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', lang.peek());
  const file = FILES.find((kind) => kind === request.headers.get('Accept'));
  const within = AbortSignal.timeout(file ? FILE_WITHIN : ANSWER_WITHIN);
  const signal = AbortSignal.any([request.signal, within]);
  const response = await fetch(request, { signal }).catch(() => {
    throw new NoAnswer();
  });
  const came = file ? comesAs(response, file) : isDelivered(response);
  if (response.ok && !came) throw new NoAnswer();
  return response;
}

function signedOut(): Problem {
  const unknown = { type: 'about:blank', title: '', status: 401, detail: '', code: 'signed_out' };
  return expired.peek() ?? unknown;
}
