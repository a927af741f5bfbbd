/** What a client really said at the visits, from the server's check-ins and from unsent ones. Pure. */
import { dayOf } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import type { Item } from '../kit/outbox';
import type { ObjectionType, SheetContent, Visit } from './wire';

const SHOWN = 6;
const MOST_OFFERS = 3;

/** As a check-in noted it: in the client's words, or only of which kind it was. */
export interface HeardWords {
  type_key: string | null;
  words: string | null;
}

export interface Heard extends HeardWords {
  id: string;
  day: string;
}

export interface HeardHere extends HeardWords {
  visit_id: string;
  on: string;
}

/** What a client said at its visits, newest first; the client's own words before bare types. */
export function heardIn(visits: readonly Visit[]): Heard[] {
  return visits
    .flatMap(({ day, check_in }) =>
      (check_in?.objections ?? []).map((objection) => ({ ...objection, day })),
    )
    .sort((a, b) => b.day.localeCompare(a.day) || Number(!a.words) - Number(!b.words))
    .slice(0, SHOWN);
}

interface Told {
  client_id: string;
  happened_at: string;
  objections: { type_key?: string | null; words?: string | null }[];
}

/** What a client said today, while the check-in still waits to be sent. */
export function heardUnsent(client: string, unsent: readonly Item[]): HeardHere[] {
  return unsent.filter(isCheckIn).flatMap((item) => {
    const told = item.body as Told;
    if (told.client_id !== client) return [];
    const visit_id = item.lane.slice('visit:'.length);
    return told.objections.map(({ type_key, words }) => ({
      visit_id,
      type_key: type_key ?? null,
      words: words ?? null,
      on: dayOf(told.happened_at),
    }));
  });
}

export interface Offer {
  type_key: string | null;
  words: string;
  /** The playbook's best, as a beginning. */
  answer: string;
  answer_id: string | null;
}

/** Of what was heard, what the sheet does not expect yet, each sentence once. */
export function offersFor(
  { objections }: SheetContent,
  heard: readonly HeardWords[],
  types: readonly ObjectionType[],
): Offer[] {
  const said = new Set(objections.items.map(({ words }) => words.trim()));
  const expected = new Set(objections.items.map(({ type_key }) => type_key));
  const offers: Offer[] = [];
  for (const { type_key, words } of heard) {
    const type = types.find(({ key }) => key === type_key);
    const sentence = words?.trim() || (type && !expected.has(type.key) && inMyLanguage(type.words));
    if (!sentence || said.has(sentence)) continue;
    said.add(sentence);
    const best = type?.best[0];
    const answer = best ? inMyLanguage(best.text) : '';
    offers.push({ type_key, words: sentence, answer, answer_id: best?.id ?? null });
  }
  return offers.slice(0, MOST_OFFERS);
}

function isCheckIn({ kind, method }: Item): boolean {
  return kind === 'check-in' && method === 'PUT';
}
