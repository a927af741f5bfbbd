/** The phone lays out what the server would: the examples that tests/drills/test_deck_examples.py reads. */
import { expect, it } from 'vitest';
import examples from '../../../tests/drills/deck-examples.json';
import type { Item } from '../kit/outbox';
import { deckAtHand } from './deck';
import type { PhoneKnows } from './deck-unsent';
import { cardOf, today, tomorrow, unsent, visitOf } from './testing/examples';
import type { DeckItem, Reason } from './wire';

interface Fact {
  id: string;
  client: string;
  unsent?: boolean;
  answered?: boolean;
  gone?: boolean;
}
interface Visit extends Fact {
  time: string | null;
  amount?: number;
  played?: number;
  played_unsent?: number;
}
interface Said extends Fact {
  visit: string;
  type: string | null;
  at?: string;
  step?: number;
}
interface Example {
  name: string;
  visits?: Visit[];
  heard?: Said[];
  due?: Said[];
  replays?: Said[];
  read: string[];
  cards: string[];
}

const phone: PhoneKnows = {
  visit: () => undefined,
  sheet: () => undefined,
  answersListed: () => undefined,
  bigOrder: () => ({ amount_minor: 9_000_000, currency: 'CNY' }),
};

it.each(examples as Example[])('$name', (example) => {
  const read = {
    day: tomorrow,
    since: today,
    promised: null,
    points: [],
    items: example.read.map((line) => cardIn(line, example)),
  };
  const { cards } = deckAtHand(read, unsentOf(example), today, phone);
  expect(cards.map(inWords)).toEqual(example.cards);
});

function inWords({ id, client, reasons }: DeckItem): string {
  return `${id} of ${client.name}: ${reasons.map(({ kind, id: of }) => `${kind} ${of}`).join(', ')}`;
}

/** A card as the server reads it out. */
function cardIn(line: string, { visits = [], ...facts }: Example): DeckItem {
  const said = [facts.heard, facts.due, facts.replays].flatMap((kind) => kind ?? []);
  const [, id = '', client = '', told = ''] = /^(\S+) of (\S+): (.+)$/.exec(line) ?? [];
  const visit = visits.find((one) => one.id === id);
  const reasons = told.split(', ').map((reason) => {
    const [kind = '', of = ''] = reason.split(' ');
    return reasonOf(kind as Reason['kind'], of, said);
  });
  return cardOf(id, {
    kind: visit ? 'visit' : 'objection',
    client: { id: `c-${client}`, name: client },
    visit: visit ? visitOf(id, planOf(visit)) : null,
    big_order: reasons.some(({ kind }) => kind === 'big_order'),
    rounds: visit?.played ?? 0,
    reasons,
  });
}

function reasonOf(kind: Reason['kind'], id: string, said: readonly Said[]): Reason {
  const fact = said.find((one) => one.id === id);
  const visit = fact?.visit ?? id;
  return {
    ...{ kind, id, origin: { kind: 'visit', id: visit }, on: fact ? today : tomorrow },
    ...{ at: fact?.at ? momentOf(fact.at) : null, said_by: null },
    ...{ type_key: fact?.type ?? null, words: null, step: fact?.step ?? null },
  };
}

/** What lies in the outbox: one check-in a visit, one reality check, a plan, a move, rounds. */
function unsentOf({ visits = [], heard = [] }: Example): Item[] {
  return [
    ...visits.filter((one) => one.unsent).map(plan),
    ...visits
      .filter((one) => one.gone)
      .map(({ id }) => unsent({ kind: 'move', method: 'PUT', lane: `visit:${id}`, body: {} })),
    ...visits.flatMap(({ id, client, played_unsent = 0 }) =>
      Array.from({ length: played_unsent }, () =>
        unsent({ kind: 'round', body: { visit_id: id, client_id: `c-${client}` } }),
      ),
    ),
    ...perVisit(heard.filter((one) => one.unsent)).map(checkIn),
    ...perVisit(heard.filter((one) => one.answered)).map(realityCheck),
  ];
}

function plan({ id, client, ...visit }: Visit): Item {
  const body = { id, client_id: `c-${client}`, day: tomorrow, purpose: 'first', aim: null };
  return unsent({
    ...{ kind: 'visit', lane: `visit:${id}`, label: { client } },
    body: { ...body, ...planOf({ id, client, ...visit }) },
  });
}

function planOf({ time, amount }: Visit) {
  const money = amount === undefined ? null : { amount_minor: amount, currency: 'CNY' };
  return { planned_time: time, amount: money };
}

function perVisit(said: readonly Said[]): Said[][] {
  const visits = [...new Set(said.map(({ visit }) => visit))];
  return visits.map((visit) => said.filter((one) => one.visit === visit));
}

function checkIn(said: Said[]): Item {
  const [{ visit, client, at } = { visit: '', client: '', at: '' }] = said;
  return unsent({
    ...{ kind: 'check-in', method: 'PUT', lane: `visit:${visit}`, label: { client } },
    body: {
      client_id: `c-${client}`,
      happened_at: momentOf(at ?? ''),
      objections: said.map(({ id, type }) => ({ id, type_key: type, words: null })),
    },
  });
}

function realityCheck(said: Said[]): Item {
  const result = 'answered';
  return unsent({
    ...{ kind: 'reality-check', method: 'PUT', lane: `visit:${said[0]?.visit ?? ''}` },
    body: { items: said.map(({ id, type }) => ({ objection_id: id, type_key: type, result })) },
  });
}

/** A wall-clock time of today, in the zone of the organisation. */
function momentOf(at: string): string {
  return `${today}T${at}:00+08:00`;
}
