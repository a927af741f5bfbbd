/** Tips: read, told without a network, put right, withdrawn and brought back. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import Shares from './Shares';
import type { Share, TipForm } from './wire';

let server: Backend;
const qihang = { id: 'p2', family_name: '周', given_name: '启航', latin_name: 'Zhou Qihang' };
const price = { key: 'price', short: { zh: '太贵', en: 'Too dear' }, retired: false, best: [] };

function tip(part: Partial<Share> = {}): Share {
  return {
    ...{ id: 's1', kind: 'tip', state: 'published', author: qihang, team_id: 't1' },
    ...{ words: '先问去年谁回询盘。', excerpt: '', deal: null, week_of: null },
    ...{ type_key: 'price', origin: { kind: 'round', id: 'r1' }, version: 2 },
    published_at: new Date().toISOString(),
    ...part,
  };
}

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, team_id: 't1' });
  server.answers = {
    'GET /playbook': { version: 1, skills: [], objection_types: [price] },
    'GET /shares': page([tip()]),
  };
});

function show(address = '/shares'): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Shares />
      <Toasts />
    </LocationProvider>,
  );
}

function write(words: string): void {
  fireEvent.input(screen.getByLabelText('In your words'), { target: { value: words } });
}

function offline(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server.reachable = false;
}

describe('the tips of the team', () => {
  it('say who found it, where, and what it helps against', async () => {
    show();
    const card = within(await screen.findByRole('article'));
    expect(card.getByText('Zhou Qihang')).toBeTruthy();
    expect(card.getByText(/from a drill/)).toBeTruthy();
    const kind = await card.findByRole('link', { name: 'against “Too dear”' });
    expect(kind.getAttribute('href')).toBe('/playbook/price');
    expect(card.queryByRole('button', { name: 'Withdraw' })).toBeNull();
  });

  it('begin with an invitation', async () => {
    server.answers['GET /shares'] = page([]);
    show();
    expect(await screen.findByText('Nothing shared yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Tell a tip' })).toBeTruthy();
  });

  it('cannot be told by somebody who works in no team', async () => {
    await signedIn({ ...xiaoman, role: 'trainer' });
    show();
    await screen.findByRole('heading', { name: 'Shared by the team' });
    expect(screen.queryByRole('link', { name: 'Tell a tip' })).toBeNull();
  });
});

describe('telling one', () => {
  it('keeps it on the phone and shows it at once', async () => {
    show('/shares?new');
    await screen.findByLabelText('In your words');
    await screen.findByRole('article', { hidden: true });
    offline();
    write('先看那一周。');
    fireEvent.change(screen.getByLabelText('Against what?'), { target: { value: 'price' } });
    fireEvent.click(screen.getByRole('button', { name: 'Tell the team' }));
    expect(await screen.findByText('Waits to be sent')).toBeTruthy();
    const [item] = items.value;
    expect(item).toMatchObject({ kind: 'tip', method: 'POST', path: '/api/v1/shares' });
    expect(item?.body).toMatchObject({ kind: 'tip', words: '先看那一周。', type_key: 'price' });
    expect(item?.lane).toBe(`share:${(item?.body as TipForm).id}`);
  });

  it('asks for words before it is told', async () => {
    show('/shares?new');
    fireEvent.click(await screen.findByRole('button', { name: 'Tell the team' }));
    expect(screen.getByRole('alert').textContent).toMatch(/What was it/);
    expect(items.value).toEqual([]);
  });
});

describe('one of mine', () => {
  beforeEach(() => {
    server.answers['GET /shares'] = page([tip({ author: xiaoman })]);
    server.answers['PATCH /shares/s1'] = tip({ author: xiaoman, version: 3 });
    server.answers['DELETE /shares/s1'] = new Response(null, { status: 204 });
  });

  it('is put right against the version it was read in', async () => {
    show('/shares?edit=s1');
    await screen.findByLabelText('In your words');
    write('先问谁回询盘。');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.bodiesOf('PATCH', '/shares/s1')).toEqual([{ words: '先问谁回询盘。' }]),
    );
    expect(server.asked.find(({ method }) => method === 'PATCH')?.ifMatch).toBe('"2"');
  });

  it('is withdrawn, and comes back before it was sent', async () => {
    show();
    await screen.findByRole('article');
    offline();
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('article')).toBeTruthy();
    expect(items.value).toEqual([]);
  });

  it('is told anew when it comes back after it was sent', async () => {
    show();
    await screen.findByRole('article');
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(server.bodiesOf('DELETE', '/shares/s1')).toHaveLength(1));
    await waitFor(() => expect(items.value).toEqual([]));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.bodiesOf('POST', '/shares')).toHaveLength(1));
    const [again] = server.bodiesOf('POST', '/shares') as Share[];
    expect(again).toMatchObject({ words: tip().words, type_key: 'price', origin: tip().origin });
    expect(again?.id).not.toBe('s1');
  });
});
