/** The team's morning: where it is read, and how it is told. */
import { api, got } from '../kit/api/client';
import { refresh, useResource, type Resource } from '../kit/cache';
import type { components } from '../kit/api/schema';
import { dayOf } from '../kit/i18n/format';
import { enqueue, onDelivered } from '../kit/outbox';

type Shapes = components['schemas'];

export type Morning = Shapes['KickOffDayRead'];
export type TopVisit = Shapes['TopVisitRead'];
export type Thanks = Shapes['ThanksRead'];

/** The kind of outbox item. */
export const KICK_OFF = 'kick-off';
const READS = 'kick-off:';

export function useMorning(): Resource<Morning> {
  const day = dayOf();
  return useResource(`${READS}${day}`, () =>
    got(api.GET('/api/v1/today/kick-off', { params: { query: { day } } })),
  );
}

/** "This is the visit I tell you about"; told again it takes the place of the one before. */
export async function tellTeam(
  day: string,
  body: Shapes['KickOffNew'],
  client: Shapes['ClientRef'],
): Promise<void> {
  await enqueue({ ...of(day), method: 'PUT', body, label: { client: client.name } });
}

export async function takeBack(day: string): Promise<void> {
  await enqueue({ ...of(day), method: 'DELETE' });
}

function of(day: string) {
  return { kind: KICK_OFF, lane: `kick-off:${day}`, path: `/api/v1/kick-offs/${day}` };
}

onDelivered(KICK_OFF, () => refresh(READS));
