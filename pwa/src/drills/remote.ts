/** The only file of drills that knows addresses. */
import { playbookRead, sheetRead } from '../clients/remote';
import { api, got } from '../kit/api/client';
import { NoAnswer } from '../kit/api/problem';
import { remember, useResource, type Resource } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';
import { meRead } from '../people/me-remote';
import { isOnlyHere } from '../kit/outbox';
import './arrivals';
import { deckAtHand } from './deck';
import { drillLane, keys } from './keys';
import { unsentOfDeck } from './unsent';
import type { KeptRead } from './kept';
import type { DeckRead, DrillCard, DrillRead, MyEvening, PersonCard, PersonsEvening } from './wire';

const API = '/api/v1';
const TEAM_PAGE = 100;
const MOST_ORIGINS = 20;
const KEPT_PAGE = 50;

export const addresses = {
  drills: `${API}/drills`,
  rounds: (drill: string) => `${API}/drills/${drill}/rounds`,
  round: (drill: string, round: string) => `${API}/drills/${drill}/rounds/${round}`,
  wrap: (drill: string) => `${API}/drills/${drill}/wrap`,
  acknowledgement: (drill: string) => `${API}/drills/${drill}/acknowledgement`,
  answers: `${API}/playbook/answers`,
  shares: `${API}/shares`,
  postponement: (day: string) => `${API}/drills/evenings/${day}/postponement`,
  reflection: (day: string) => `${API}/drills/evenings/${day}/reflection`,
  wish: (day: string) => `${API}/drills/evenings/${day}/partner-wish`,
  offer: (day: string, person: string) =>
    `${API}/drills/evenings/${day}/partner-wish/${person}/offer`,
};

/** The visits to play tonight. Named by the day, so that yesterday's deck is not shown as today's. */
export function deck(): Resource<DeckRead> {
  return remember(`${keys.deck}:${dayOf()}`, () =>
    got(api.GET('/api/v1/drills/deck', { params: { query: { for: 'tomorrow' } } })),
  );
}

/** What asks to be played tonight, who could sit beside me, what I said of it. */
export function eveningRead(): Resource<PersonsEvening> {
  const day = dayOf();
  return remember(`${keys.evening}:${day}`, () =>
    got(api.GET('/api/v1/drills/evenings/{day}', { params: { path: { day } } })),
  );
}

/** What I did today and what came back to me from it. */
export function myDayRead(): Resource<MyEvening> {
  return remember(`${keys.myDay}:${dayOf()}`, () => got(api.GET('/api/v1/today/evening')));
}

/** My drills, the newest first. */
export function myDrills(): Resource<{ items: DrillCard[] }> {
  return remember(keys.mine, () => got(api.GET('/api/v1/drills')));
}

export function useDrill(id: string): Resource<DrillRead> {
  return useResource(keys.drill(id), async () => {
    if (isOnlyHere(drillLane(id), 'drill')) throw new NoAnswer();
    return got(api.GET('/api/v1/drills/{drill_id}', { params: { path: { drill_id: id } } }));
  });
}

/** What of these rounds went into the playbook or to the team; at most twenty are asked for. */
export function useKept(drill: string, rounds: readonly string[]): Resource<KeptRead> {
  return useResource(`${keys.kept}:${drill}:${rounds.length}`, async () => {
    const query = { origin: rounds.slice(0, MOST_ORIGINS), limit: KEPT_PAGE };
    if (query.origin.length === 0) return { answers: [], tips: [] };
    const [answers, tips] = await Promise.all([
      got(api.GET('/api/v1/playbook/answers', { params: { query } })),
      got(api.GET('/api/v1/shares', { params: { query } })),
    ]);
    const from = ({ items }: { items: { origin: { id: string } | null }[] }) =>
      items.flatMap(({ origin }) => origin?.id ?? []);
    return { answers: from(answers), tips: from(tips) };
  });
}

export function teamMates(): Resource<{ items: PersonCard[] }> {
  return remember('people:mine', () =>
    got(api.GET('/api/v1/people', { params: { query: { team: 'mine', limit: TEAM_PAGE } } })),
  );
}

/**
 * Everything an evening needs, so that it runs without a network afterwards; with the sheets of
 * clients who may still say something today.
 */
export async function readEveningAhead(seenToday: readonly string[] = []): Promise<void> {
  const tonight = deck();
  const all = [tonight, eveningRead(), myDayRead(), myDrills(), playbookRead(), meRead()];
  await Promise.all([...all, teamMates()].map((resource) => resource.reload()));
  const { cards } = deckAtHand(tonight.value, unsentOfDeck(), dayOf());
  const clients = new Set([...cards.map(({ client }) => client.id), ...seenToday]);
  await Promise.all([...clients].map((client) => sheetRead(client).reload()));
}
