/** The only file of clients that knows addresses. */
import { api, got } from '../kit/api/client';
import { NoAnswer } from '../kit/api/problem';
import { remember, useResource, type Resource } from '../kit/cache';
import { isOnlyHere, noteVersion } from '../kit/outbox';
import { clientLane, sheetLane } from './lanes';
import type {
  ClientCard,
  ClientRead,
  Deal,
  Evening,
  PageOf,
  Playbook,
  SheetRead,
  Visit,
} from './wire';

const API = '/api/v1';
/** A rep's clients fit on one page, so that all of them are found without a network. */
const LIST_PAGE = 100;
const HISTORY_PAGE = 20;

export const addresses = {
  clients: `${API}/clients`,
  client: (id: string) => `${API}/clients/${id}`,
  contacts: (id: string) => `${API}/clients/${id}/contacts`,
  contact: (id: string, contact: string) => `${API}/clients/${id}/contacts/${contact}`,
  sheet: (id: string) => `${API}/clients/${id}/sheet`,
  voiceNote: (visit: string, note: string) => `${API}/visits/${visit}/voice-notes/${note}`,
};

/** Where the list of clients is remembered: the same for the screen and for what is read ahead. */
export const CLIENTS = 'clients';

export function readClients(cursor: string | null = null): Promise<PageOf<ClientCard>> {
  return got(
    api.GET('/api/v1/clients', {
      params: { query: { limit: LIST_PAGE, ...(cursor !== null && { cursor }) } },
    }),
  );
}

export function findClients(q: string): Promise<PageOf<ClientCard>> {
  return got(api.GET('/api/v1/clients', { params: { query: { q } } }));
}

export function useClients(): Resource<PageOf<ClientCard>> {
  return useResource(CLIENTS, () => readClients());
}

/** The same, for who only wants what is known already. */
export function clientsRead(): Resource<PageOf<ClientCard>> {
  return remember(CLIENTS, () => readClients());
}

/** The version comes along, so that a change made offline knows what it changed. */
export function useClient(id: string): Resource<ClientRead> {
  return useResource(clientLane(id), () => readClient(id));
}

/** The same, for who only wants what is known already. */
export function clientRead(id: string): Resource<ClientRead> {
  return remember(clientLane(id), () => readClient(id));
}

async function readClient(id: string): Promise<ClientRead> {
  askedOfServer(id);
  const params = { path: { client_id: id } };
  const client = await got(api.GET('/api/v1/clients/{client_id}', { params }));
  await noteVersion(clientLane(id), `"${client.version}"`);
  return client;
}

export function useSheet(id: string): Resource<SheetRead> {
  return useResource(sheetLane(id), () => readSheet(id));
}

/** The same sheet, read when the evening is. */
export function sheetRead(id: string): Resource<SheetRead> {
  return remember(sheetLane(id), () => readSheet(id));
}

async function readSheet(id: string): Promise<SheetRead> {
  askedOfServer(id);
  const params = { path: { client_id: id } };
  const sheet = await got(api.GET('/api/v1/clients/{client_id}/sheet', { params }));
  await noteVersion(sheetLane(id), `"${sheet.version}"`);
  return sheet;
}

export function usePlaybook(): Resource<Playbook> {
  return useResource('playbook', readPlaybook);
}

export function playbookRead(): Resource<Playbook> {
  return remember('playbook', readPlaybook);
}

function readPlaybook(): Promise<Playbook> {
  return got(api.GET('/api/v1/playbook'));
}

export function useVisitsOf(id: string): Resource<PageOf<Visit>> {
  return useResource(visitsOf(id), () => readVisitsOf(id));
}

/** The same, for who only wants what is known already. */
export function visitsRead(id: string): Resource<PageOf<Visit>> {
  return remember(visitsOf(id), () => readVisitsOf(id));
}

function visitsOf(id: string): string {
  return `visits-of:${id}`;
}

async function readVisitsOf(id: string): Promise<PageOf<Visit>> {
  askedOfServer(id);
  const query = { client: id, limit: HISTORY_PAGE };
  return got(api.GET('/api/v1/visits', { params: { query } }));
}

export function useDealsOf(id: string): Resource<PageOf<Deal>> {
  return useResource(`deals-of:${id}`, async () => {
    askedOfServer(id);
    const query = { client: id, limit: HISTORY_PAGE };
    return got(api.GET('/api/v1/deals', { params: { query } }));
  });
}

/** Of whoever looks after the client now. */
export function useEveningsOf({ id, owner }: ClientRead): Resource<PageOf<Evening>> {
  return useResource(`evenings-of:${id}:${owner.id}`, async () => {
    askedOfServer(id);
    const query = { client: id, person: owner.id, limit: HISTORY_PAGE };
    return got(api.GET('/api/v1/drills', { params: { query } }));
  });
}

function askedOfServer(id: string): void {
  if (isOnlyHere(clientLane(id), 'client')) throw new NoAnswer();
}
