/** What a request is about, as an address tells it: `?about=visit:ID&client=ID&name=…`. Pure. */
import type { Kind, RequestNew } from './wire';

export type About = NonNullable<RequestNew['about']>;

export interface Asking {
  about: About | null;
  /** Of a round, whose client the server cannot know. */
  client: string | null;
  /** For reading only: the client's name, also without a network. */
  name: string | null;
  /** What was written of it elsewhere, as in a KPI post; it may be changed here. */
  words: string;
}

const ABOUT = /^(visit|client|deal|goal|round|share):([0-9a-f-]{36})$/;

export function askingIn(query: Record<string, string>): Asking {
  const found = ABOUT.exec(query['about'] ?? '');
  const about = found ? ({ kind: found[1], id: found[2] } as About) : null;
  return {
    about,
    client: query['client'] ?? null,
    name: query['name'] ?? null,
    words: query['words'] ?? '',
  };
}

export function askAddress(
  kind: About['kind'],
  id: string,
  client?: { id: string; name: string } | null,
): string {
  const query = new URLSearchParams({ about: `${kind}:${id}` });
  if (client) {
    if (kind === 'round') query.set('client', client.id);
    query.set('name', client.name);
  }
  return `/help-requests/new?${query.toString()}`;
}

const LIKELY: Partial<Record<About['kind'], Kind>> = {
  round: 'knowledge',
  goal: 'resource',
  share: 'resource',
};

/** What is hard is likely the matter one stands before: a tap less, and one tap away from another. */
export function likelyKind({ about }: Asking): Kind | null {
  if (!about) return null;
  return LIKELY[about.kind] ?? 'client';
}

/** One draft for each matter. */
export function matterOf({ about }: Asking): string {
  return about ? `${about.kind}:${about.id}` : 'anything';
}
