/** Shares in parts and the library: what is written waits on the phone, and who used a case is told to its author. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { lastThanked } from './cases';
import { formOf, partsOf } from './parts';
import type { MyCaseUse, ShareDetail } from './wire';
import WriteShare from './WriteShare';

let server: Backend;

function begun(part: Partial<ShareDetail> = {}): ShareDetail {
  return {
    ...{ id: 's1', kind: 'deal', state: 'prompted', author: xiaoman, team_id: 't1', words: '' },
    ...{ excerpt: '', type_key: null, origin: null, week_of: null, published_at: null },
    ...{ version: 1, figures: [], drilled: null, taps: [], offered: false, case_id: null },
    proof_visit_id: null,
    parts: [{ key: 'followed_up', words: '一共去了 2 次。', voice_note: null }],
    deal: {
      ...{ id: 'd1', client: { id: 'c1', name: '暖屿灯饰' }, on: '2026-03-24' },
      amount: { amount_minor: 2980000, currency: 'CNY' },
    },
    ...part,
  };
}

function show(): void {
  history.replaceState(null, '', '/shares/s1/write');
  render(
    <LocationProvider>
      <Router>
        <Route path="/shares/:id/write" component={WriteShare} />
        <Route default component={() => <p>elsewhere</p>} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
}

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, team_id: 't1' });
  server.answers = { 'GET /shares/s1': begun(), 'GET /shares': page([]) };
});

describe('the writer', () => {
  it('opens with what was begun, and tells it in the words that stand there', async () => {
    show();
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Follow-up');
    expect(field.value).toBe('一共去了 2 次。');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server.reachable = false;
    fireEvent.input(screen.getByLabelText('How found'), { target: { value: '吴总带我去的' } });
    fireEvent.click(screen.getByRole('button', { name: 'Tell the team' }));
    await waitFor(() => expect(items.value).toHaveLength(1));
    expect(items.value[0]).toMatchObject({
      ...{ kind: 'share', method: 'PUT', path: '/api/v1/shares/s1/publication' },
      body: {
        words: '',
        parts: [
          { key: 'found', words: '吴总带我去的' },
          { key: 'followed_up', words: '一共去了 2 次。' },
        ],
      },
    });
  });

  it('asks for at least one part', async () => {
    server.answers['GET /shares/s1'] = begun({ parts: [] });
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Tell the team' }));
    expect((await screen.findByRole('alert')).textContent).toContain('at least one part');
    expect(items.value).toEqual([]);
  });

  it('lets it be with one tap', async () => {
    server.answers['DELETE /shares/s1'] = new Response(null, { status: 204 });
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Let it be' }));
    await waitFor(() => expect(server.bodiesOf('DELETE', '/shares/s1')).toHaveLength(1));
  });
});

describe('what a form says', () => {
  it('goes in the order it is asked, and leaves out what is empty', () => {
    const form = formOf('', [{ key: 'lesson', words: '先约老板', voice_note: null }]);
    expect(
      partsOf('loss', { ...form, said: { ...form.said, why: ' 价格 ', otherwise: ' ' } }),
    ).toEqual([
      { key: 'why', words: '价格', spoken: false },
      { key: 'lesson', words: '先约老板', spoken: false },
    ]);
  });
});

describe('who used what I told', () => {
  const use = (day: string, result: MyCaseUse['result']): MyCaseUse => ({
    ...{ id: day, by: xiaoman, day, result, told_at: `${day}T02:00:00Z` },
    case: { id: 'k1', title: 'Who answered?' },
  });

  it('is told for a week, and not when it did not work', () => {
    const today = '2026-03-24';
    expect(lastThanked([use('2026-03-20', 'worked')], today)?.day).toBe('2026-03-20');
    expect(lastThanked([use('2026-03-24', 'not')], today)).toBeUndefined();
    expect(lastThanked([use('2026-03-10', 'worked')], today)).toBeUndefined();
  });
});
