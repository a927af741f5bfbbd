/** The only file here that knows addresses. */
import { api, got } from '../kit/api/client';
import { NoAnswer } from '../kit/api/problem';
import { remember, useResource, type Resource } from '../kit/cache';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { isOnlyHere } from '../kit/outbox';
import { KINDS, visitLane } from './kinds';
import { isExpected } from './known';
import type { CalendarDay, VisitRead } from './wire';

const API = '/api/v1';
const CALENDAR_DAYS = 31;

export const addresses = {
  visits: `${API}/visits`,
  visit: (id: string) => `${API}/visits/${id}`,
  checkIn: (id: string) => `${API}/visits/${id}/check-in`,
  voiceNote: (id: string, note: string) => `${API}/visits/${id}/voice-notes/${note}`,
  move: (id: string) => `${API}/visits/${id}/move`,
  cancellation: (id: string) => `${API}/visits/${id}/cancellation`,
  realityCheck: (id: string) => `${API}/drills/reality-checks/${id}`,
};

export function useVisit(id: string): Resource<VisitRead> {
  return useResource(visitLane(id), () => readVisit(id));
}

/** As the server has it now; what the phone had before when nobody answers. */
export async function visitNow(id: string): Promise<VisitRead | undefined> {
  const visit = remember(visitLane(id), () => readVisit(id));
  await visit.again();
  return visit.value;
}

function readVisit(id: string): Promise<VisitRead> {
  if (isOnlyHere(visitLane(id), KINDS.visit) || isExpected(id))
    return Promise.reject(new NoAnswer());
  return got(api.GET('/api/v1/visits/{visit_id}', { params: { path: { visit_id: id } } }));
}

/** Which of the coming days are worked. */
export function calendar(): Resource<{ items: CalendarDay[] }> {
  const from = dayOf();
  const query = { from, to: daysAfter(from, CALENDAR_DAYS) };
  return remember(`calendar:${from}`, () =>
    got(api.GET('/api/v1/organisation/calendar', { params: { query } })),
  );
}
