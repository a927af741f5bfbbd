/** The materials of a class as they stand on this phone: what was read, with what lies unsent over it. Pure. */
import type { Item } from '../../kit/outbox';
import type { Material, MaterialNew } from '../wire';

export const MATERIAL_KINDS = {
  added: 'session-material',
  file: 'session-material-file',
  removal: 'session-material-removal',
} as const;

export const MOST_MATERIALS = 12;
export const MOST_BODY = 20_000;
export const MOST_BYTES = 10_000_000;

/** Its own lane: a slow file holds back nothing that is said of the class. */
export function materialsLane(session: string): string {
  return `materials:${session}`;
}

export type AtHand = Pick<
  Material,
  'id' | 'kind' | 'title' | 'address' | 'host' | 'form' | 'size'
> & {
  /** It has not been sent yet, so that nobody else reads it. */
  waits: boolean;
};

/** `read` is absent in what an earlier version of the app has remembered. */
export function materialsAtHand(
  read: readonly Material[] | undefined,
  unsent: readonly Item[],
): AtHand[] {
  const waiting = unsent.filter(({ state }) => state === 'waiting');
  const known = new Set((read ?? []).map(({ id }) => id));
  const born = waiting
    .filter(({ kind }) => kind !== MATERIAL_KINDS.removal)
    .filter((item) => !known.has(idIn(item)))
    .map(bornOf);
  const there = [...(read ?? []).map((one): AtHand => ({ ...one, waits: false })), ...born];
  return there.filter(({ id }) => !isAway(id, waiting));
}

function isAway(id: string, waiting: readonly Item[]): boolean {
  const last = waiting.findLast(
    (item) => item.kind === MATERIAL_KINDS.removal && idIn(item) === id,
  );
  return last?.method === 'PUT';
}

/** `/api/v1/sessions/ID/materials/ID…` */
function idIn({ path }: Item): string {
  return path.split('/')[6]?.split('?')[0] ?? '';
}

function bornOf(item: Item): AtHand {
  const bare = { id: idIn(item), host: null, form: null, size: null, waits: true };
  if (item.kind === MATERIAL_KINDS.file) {
    return { ...bare, kind: 'file', title: item.label.detail ?? '', address: null };
  }
  const { title, address = null } = item.body as MaterialNew;
  const host = address && URL.canParse(address) ? new URL(address).host : null;
  return { ...bare, kind: address ? 'link' : 'text', title, address, host };
}
