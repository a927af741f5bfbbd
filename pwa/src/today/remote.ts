/** The only file of today that knows addresses. */
import { api, got } from '../kit/api/client';
import { refresh, remember, type Resource } from '../kit/cache';
import { onDelivered } from '../kit/outbox';
import { keep } from '../visits/known';
import type { TodayRead } from './wire';

/** Named by the day, so that yesterday's visits are not shown as today's. */
export function dayRead(day: string): Resource<TodayRead> {
  return remember(`today:${day}`, async () => {
    const read = await got(api.GET('/api/v1/today', { params: { query: { day } } }));
    await keep(read.visits);
    return read;
  });
}

// A visit's own arrivals are followed where visits are written; these change its prep card.
for (const kind of ['round', 'client-sheet', 'acknowledgement']) {
  onDelivered(kind, () => refresh('today:'));
}
