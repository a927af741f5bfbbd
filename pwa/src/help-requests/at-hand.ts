/** A request with what lies unsent on this phone laid over it, so that what was said shows at once. Pure. */
import type { Item } from '../kit/outbox';
import { helpLane, KINDS } from './kinds';
import type { Answer, AnswerNew, Helped, Line, PersonRef, Request, RequestNew } from './wire';

export interface AnswerShown extends Answer {
  isUnsent: boolean;
}

/** What only the server can say is null until it has the request: who helps, and by when. */
export interface HelpShown extends Omit<
  Request,
  'due_at' | 'helper_due_at' | 'answers' | 'raised_at'
> {
  due_at: string | null;
  helper_due_at: string | null;
  raised_at: string | null;
  answers: AnswerShown[];
  isUnsent: boolean;
}

/** Undefined while neither the server nor this phone has told of it. `unsent` are the items of its lane. */
export function helpAtHand(
  read: Request | undefined,
  unsent: readonly Item[],
  me: PersonRef,
): HelpShown | undefined {
  const birth = unsent.find(({ kind }) => kind === KINDS.asked);
  const base = read ? shown(read) : birth && bornHere(birth, me);
  return base && unsent.reduce((request, item) => withItem(request, item, me), base);
}

/** Requests written on this phone that no list of the server has yet. */
export function bornRequests(
  unsent: readonly Item[],
  known: ReadonlySet<string>,
  me: PersonRef,
): HelpShown[] {
  return unsent
    .filter(({ kind, body }) => kind === KINDS.asked && !known.has((body as RequestNew).id))
    .map((item) => bornHere(item, me));
}

/** As the lists show it, with an outcome or an answer that waits to be sent. */
export function lineAtHand(line: Line, unsent: readonly Item[], me: PersonRef): HelpShown {
  const own = unsent.filter(({ lane }) => lane === helpLane(line.id));
  return own.reduce((request, item) => withItem(request, item, me), shown(asRequest(line)));
}

function asRequest(line: Line): Request {
  const none = { seen_at: null, tried_at: null, solved_at: null, helped: null, harvest: null };
  return { ...line, ...none, answers: [], hand_overs: [] };
}

function shown(read: Request): HelpShown {
  const answers = read.answers.map((answer) => ({ ...answer, isUnsent: false }));
  return { ...read, answers, isUnsent: false };
}

function bornHere(item: Item, asker: PersonRef): HelpShown {
  const { id, kind, about, words, needed, wanted, audience, happened_at } = item.body as RequestNew;
  const client = item.label.client;
  return {
    ...{ id, asker, kind, needed, audience, happened_at },
    about: about ?? null,
    words: words ?? null,
    wanted: wanted ?? null,
    client: client ? { id: '', name: client } : null,
    ...{ voice_note: null, helper: null, raised_at: null },
    ...{ due_at: null, helper_due_at: null },
    ...{ state: 'raised', owed: true, late: false, seen_at: null, answers: [], hand_overs: [] },
    ...{ tried_at: null, solved_at: null, helped: null, harvest: null, version: 0, isUnsent: true },
  };
}

function withItem(request: HelpShown, item: Item, me: PersonRef): HelpShown {
  switch (item.kind) {
    case KINDS.answer:
      return withAnswer(request, item, me);
    case KINDS.tried: {
      const { still_stuck } = item.body as { still_stuck: boolean };
      const open = { solved_at: null, helped: null };
      if (still_stuck)
        return { ...request, ...open, tried_at: null, state: 'answered', owed: true };
      return { ...request, state: 'tried', tried_at: savedAt(item) };
    }
    case KINDS.outcome: {
      const { helped } = item.body as { helped: Helped };
      return {
        ...request,
        state: 'solved',
        owed: false,
        late: false,
        helped,
        solved_at: savedAt(item),
      };
    }
    case KINDS.seen:
      return request.state === 'raised' ? { ...request, state: 'seen' } : request;
    default:
      return request;
  }
}

function withAnswer(request: HelpShown, item: Item, by: PersonRef): HelpShown {
  const { id, words, offers, on_day, correction } = item.body as AnswerNew;
  if (request.answers.some((answer) => answer.id === id)) return request;
  const said: AnswerShown = {
    ...{ id, by, at: savedAt(item), isUnsent: true },
    words: words ?? null,
    offers,
    on_day: on_day ?? null,
    correction: correction ?? null,
  };
  const answers = [...request.answers, said];
  if (by.id === request.asker.id) return { ...request, answers };
  const state = said.offers === 'none' ? 'answered' : 'joint';
  const helper = request.helper ?? by;
  return { ...request, answers, helper, state, owed: false, late: false, tried_at: null };
}

function savedAt(item: Item): string {
  return new Date(item.savedAt).toISOString();
}
