/** What people do with a camp. Each is kept on the device first and sent by the outbox. */
import { refresh } from '../kit/cache';
import { fullName } from '../kit/i18n/names';
import { enqueue, onDelivered, type NewItem } from '../kit/outbox';
import { CAMP_KINDS, campLane } from './camp-at-hand';
import { addresses, CAMP_LISTS, MINE, ONE_CAMP } from './camp-remote';
import type { Camp, CampDay, CampLink, ShowNew } from './wire';

type Of = Pick<Camp, 'id' | 'person'>;

export function dayDraft(id: string, { dimension }: Pick<CampDay, 'dimension'>): string {
  return `camp-day:${id}:${dimension}`;
}

/** A few words, something to open, or both. */
export async function handIn(
  camp: Of,
  day: CampDay,
  { words, link }: { words: string; link: CampLink | null },
): Promise<void> {
  const body = { words: words || null, link, happened_at: new Date().toISOString() };
  const draft = dayDraft(camp.id, day);
  await put(camp, CAMP_KINDS.day, addresses.day(camp.id, day.dimension), { body, draft });
}

export async function planShow(camp: Of, body: ShowNew): Promise<void> {
  await put(camp, CAMP_KINDS.show, addresses.show(camp.id), { body });
}

export async function holdShow(camp: Of): Promise<void> {
  await put(camp, CAMP_KINDS.holding, addresses.holding(camp.id));
}

export async function shakeHands(camp: Of): Promise<void> {
  await put(camp, CAMP_KINDS.handshake, addresses.handshake(camp.id));
}

async function put(
  camp: Of,
  kind: string,
  path: string,
  more: Partial<NewItem> = {},
): Promise<void> {
  const label = { client: fullName(camp.person) };
  await enqueue({ kind, lane: campLane(camp.id), method: 'PUT', path, label, ...more });
}

for (const kind of Object.values(CAMP_KINDS)) {
  onDelivered(kind, () => Promise.all([MINE, ONE_CAMP, CAMP_LISTS].map(refresh)));
}
