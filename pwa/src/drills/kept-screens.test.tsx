/** A "keep" line that goes further: into the playbook, and to the team as a tip. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { items } from '../kit/outbox';
import { page, type Backend } from '../people/testing/backend';
import { cardOf, drillOf, me, qihang, roundOf } from './testing/examples';
import { openScreen, press } from './testing/screens';
import { laid, roundsKept } from './testing/table';

let server: Backend;

beforeEach(async () => {
  server = await laid([cardOf('a')]);
});

const unsent = (kind: string) => items.value.filter((item) => item.kind === kind);

describe('at the verdict', () => {
  async function keep(words: string): Promise<void> {
    press(await screen.findByRole('button', { name: /turn the boss card/ }));
    press(await screen.findByRole('button', { name: 'Done: the boss speaks first' }));
    fireEvent.click(await screen.findByLabelText('Would sign'));
    fireEvent.input(await screen.findByLabelText('Keep one thing'), { target: { value: words } });
  }

  it('offers the kinds of this round, once something is kept', async () => {
    openScreen('/evening/round/a');
    await keep('');
    expect(screen.queryByText('Worth more than one round?')).toBeNull();
    fireEvent.input(screen.getByLabelText('Keep one thing'), { target: { value: 'I asked.' } });
    expect(await screen.findByLabelText('Playbook: noresult')).toBeTruthy();
    expect(screen.queryByLabelText('Playbook: price')).toBeNull();
  });

  it('sends answer and tip after the round they came from, or nothing at all', async () => {
    openScreen('/evening/round/a');
    await keep(' I asked who answered. ');
    server.reachable = false;
    fireEvent.click(await screen.findByLabelText('Playbook: noresult'));
    fireEvent.click(screen.getByLabelText('Team tip'));
    expect(items.value).toEqual([]);
    press('Done');
    await waitFor(() => expect(roundsKept()).toHaveLength(1));
    const round = roundsKept()[0]?.id;
    const [answer, tip] = [unsent('answer')[0], unsent('tip')[0]];
    const origin = { kind: 'round', id: round };
    const words = 'I asked who answered.';
    expect(answer?.body).toMatchObject({ type_key: 'noresult', text: words, origin });
    expect(tip?.body).toMatchObject({ kind: 'tip', words, type_key: 'noresult', origin });
    for (const item of [answer, tip]) expect(item?.needs).toEqual([unsent('round')[0]?.lane]);
  });

  it('leaves the names of client and boss out of what goes further, not out of the round', async () => {
    openScreen('/evening/round/a');
    await keep('Ask 吴建平 of Client a first.');
    server.reachable = false;
    expect(await screen.findByText('Ask this client of this client first.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Playbook: noresult'));
    fireEvent.click(screen.getByLabelText('Team tip'));
    press('Done');
    await waitFor(() => expect(roundsKept()).toHaveLength(1));
    expect(roundsKept()[0]?.keep).toBe('Ask 吴建平 of Client a first.');
    const words = 'Ask this client of this client first.';
    expect(unsent('answer')[0]?.body).toMatchObject({ text: words });
    expect(unsent('tip')[0]?.body).toMatchObject({ words });
  });

  it('takes a choice back with another tap', async () => {
    openScreen('/evening/round/a');
    await keep('I asked.');
    server.reachable = false;
    fireEvent.click(await screen.findByLabelText('Playbook: noresult'));
    fireEvent.click(await screen.findByLabelText('Playbook: noresult'));
    press('Done');
    await waitFor(() => expect(roundsKept()).toHaveLength(1));
    expect(unsent('answer')).toEqual([]);
  });

  it('leaves the tip of a partner to the partner', async () => {
    openScreen('/evening/round/a');
    press(await screen.findByRole('button', { name: 'Swap seats first' }));
    await screen.findByRole('heading', { name: 'Lin Xiaoman' });
    await keep('I asked.');
    expect(await screen.findByText('Qihang can share it as a tip, from the drill.')).toBeTruthy();
    expect(screen.queryByLabelText('Team tip')).toBeNull();
  });

  it('puts nothing into the playbook that is longer than a breath', async () => {
    openScreen('/evening/round/a');
    await keep('a'.repeat(501));
    expect(await screen.findByLabelText('Team tip')).toBeTruthy();
    expect(screen.queryByLabelText('Playbook: noresult')).toBeNull();
  });
});

describe('on the played round', () => {
  const boss_card = {
    ...{ temper: null, mood: null, note: null, moved_by: 'x' },
    objections: [
      { id: 'x', type_key: 'noresult', words: 'No order.', hidden: false, pressed: null },
    ],
  };
  const played = (other: object) =>
    drillOf('d1', { rounds: [roundOf('r1', { keep: 'I asked.', boss_card, ...other })] });

  it('one tap of the rep takes it further, and comes back while it is unsent', async () => {
    server.answers['GET /drills/d1'] = played({});
    openScreen('/drills/d1');
    await screen.findByText('I asked.');
    server.reachable = false;
    press('Playbook: noresult');
    expect(await screen.findByText('In the playbook')).toBeTruthy();
    expect(unsent('answer')[0]?.body).toMatchObject({ text: 'I asked.', type_key: 'noresult' });
    press('Take it back');
    expect(await screen.findByRole('button', { name: 'Playbook: noresult' })).toBeTruthy();
    expect(unsent('answer')).toEqual([]);
  });

  it('goes further without the client’s name, and says so before', async () => {
    server.answers['GET /drills/d1'] = played({ keep: '先问暖屿灯饰第一封信' });
    openScreen('/drills/d1');
    expect(await screen.findByText('先问this client第一封信')).toBeTruthy();
    server.reachable = false;
    press('Playbook: noresult');
    await screen.findByText('In the playbook');
    expect(unsent('answer')[0]?.body).toMatchObject({ text: '先问this client第一封信' });
  });

  it('is not offered to anybody else', async () => {
    server.answers['GET /drills/d1'] = played({ rep: qihang, boss: me });
    openScreen('/drills/d1');
    await screen.findByText('I asked.');
    expect(screen.queryByRole('button', { name: 'Tip for the team' })).toBeNull();
  });

  it('says where it has gone, to everybody who sees the round', async () => {
    server.answers['GET /drills/d1'] = played({ rep: qihang, boss: me });
    const found = page([{ id: 'x', origin: { kind: 'round', id: 'r1' } }]);
    server.answers['GET /playbook/answers'] = found;
    server.answers['GET /shares'] = found;
    openScreen('/drills/d1');
    expect(await screen.findByText('In the playbook')).toBeTruthy();
    expect(screen.getByText('Shared as a tip')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
    expect(server.asked.find(({ path }) => path === '/shares')?.search).toContain('origin=r1');
  });
});
