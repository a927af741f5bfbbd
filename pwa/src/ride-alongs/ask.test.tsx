/** Who offers and who asks for a day side by side: the form begins with what is likely. */
import { render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it } from 'vitest';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { AskSheet } from './AskSheet';

const person = (id: string, latin_name: string) => ({
  ...{ id, latin_name, family_name: '', given_name: '' },
});
const [boss, apprentice] = [person('b', 'He Jing'), person('a', 'Xu Nian')];
let server: Backend;

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, team_id: 't1' });
});

async function open(apprentices: object[], preset: string | null = null): Promise<void> {
  server.answers = {
    'GET /me': { ...xiaoman, team_id: 't1', manager: boss, mentor: null, apprentices },
    'GET /people': page([]),
    'GET /teams': page([]),
  };
  render(<AskSheet preset={preset} onClose={() => undefined} />);
  await screen.findByRole('radio', {
    name: apprentices.length > 0 ? /Xu Nian|He Jing/ : 'He Jing',
    hidden: true,
  });
}

function isChosen(name: string): boolean {
  return screen.getByRole<HTMLInputElement>('radio', { name, hidden: true }).checked;
}

it('a mentor offers to help, also where the apprentices are read after it has opened', async () => {
  await open([apprentice]);
  await waitFor(() => expect(isChosen('I help')).toBe(true));
  expect(screen.getByRole('radio', { name: 'Xu Nian', hidden: true })).toBeTruthy();
});

it('a rep without apprentices would like help', async () => {
  await open([]);
  expect(isChosen('I would like help')).toBe(true);
});

it('a mentor who has come from the own manager would like help', async () => {
  await open([apprentice], 'b');
  await waitFor(() => expect(isChosen('I would like help')).toBe(true));
  expect(isChosen('He Jing')).toBe(true);
});

it('a regional manager offers a day to the managers of the region, and to nobody else', async () => {
  server = await signedIn({ ...xiaoman, role: 'regional_manager', team_id: 'r1' });
  const led = { id: 't1', kind: 'team', name: { zh: '海鸥', en: 'Gull' }, parent_id: 'r1' };
  const elsewhere = { ...led, id: 't2', parent_id: 'r2', manager: apprentice };
  const around = { manager: null, mentor: null, apprentices: [] };
  server.answers = {
    'GET /me': { ...xiaoman, role: 'regional_manager', team_id: 'r1', ...around },
    'GET /people': page([]),
    'GET /teams': page([{ ...led, manager: boss }, elsewhere, { ...led, id: 't3', manager: null }]),
  };
  render(<AskSheet preset={null} onClose={() => undefined} />);
  await screen.findByRole('radio', { name: 'He Jing', hidden: true });
  expect(screen.queryByRole('radio', { name: 'Xu Nian', hidden: true })).toBeNull();
  expect(screen.queryByRole('radio', { name: 'I would like help', hidden: true })).toBeNull();
});
