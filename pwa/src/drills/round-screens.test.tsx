/** One phone passed from hand to hand, tap by tap. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { items, openDraft } from '../kit/outbox';
import type { Backend } from '../people/testing/backend';
import { behaviours } from './testing/answers';
import { cardOf, drillOf, hejing, me, qihang, roundOf, today } from './testing/examples';
import { openScreen, press } from './testing/screens';
import { laid, roundsKept } from './testing/table';

let server: Backend;

beforeEach(async () => {
  server = await laid([cardOf('a'), cardOf('b')]);
});

async function playToVerdict(): Promise<void> {
  openScreen('/evening/round/a');
  press(await screen.findByRole('button', { name: 'I am Qihang: turn the boss card' }));
  press(await screen.findByRole('button', { name: 'Done: the boss speaks first' }));
  await screen.findByText('Qihang: after this, would you …');
}

it('needs two taps from the card to the running clock', async () => {
  openScreen('/evening', ['round']);
  fireEvent.click(await screen.findByRole('link', { name: 'Start the round' }));
  press(await screen.findByRole('button', { name: /turn the boss card/ }));
  expect((await screen.findByRole('timer')).textContent).toMatch(/^(6:00|5:59)$/);
});

describe('the cover', () => {
  it('names the boss and nothing of the card', async () => {
    openScreen('/evening/round/a');
    expect(await screen.findByRole('heading', { name: 'Zhou Qihang' })).toBeTruthy();
    expect(document.body.textContent).not.toContain('一个单都没有。');
  });

  it('lets the rep read the own card first', async () => {
    openScreen('/evening/round/a');
    press(await screen.findByRole('button', { name: 'Xiaoman: my card first' }));
    expect(await screen.findByRole('heading', { name: '看去年的询盘' })).toBeTruthy();
    expect(screen.getByText('谁回询盘？')).toBeTruthy();
    press('Read it. Phone to Qihang');
    expect(await screen.findByText('Hand the phone to')).toBeTruthy();
  });

  it('lets them sit the other way round', async () => {
    openScreen('/evening/round/a');
    press(await screen.findByRole('button', { name: 'Swap seats first' }));
    expect(await screen.findByRole('heading', { name: 'Lin Xiaoman' })).toBeTruthy();
  });
});

it('shows the boss what to say, and goes on after the browser was killed', async () => {
  openScreen('/evening/round/a');
  press(await screen.findByRole('button', { name: /turn the boss card/ }));
  expect(await screen.findByText('一个单都没有。')).toBeTruthy();
  fireEvent.click(screen.getAllByLabelText('Pressed')[0] as HTMLElement);
  await waitFor(() =>
    expect(screen.getAllByLabelText<HTMLInputElement>('Pressed')[0]?.checked).toBe(true),
  );
  cleanup();
  openScreen('/evening/round/a');
  await screen.findByRole('timer');
  expect(screen.getAllByLabelText<HTMLInputElement>('Pressed')[0]?.checked).toBe(true);
});

describe('the verdict', () => {
  it('comes first: nothing is chosen, and nothing else is asked before it', async () => {
    await playToVerdict();
    expect(document.querySelector(':checked')).toBeNull();
    expect(screen.queryByText('Keep one thing')).toBeNull();
    press('Boss: choose one of the three');
    expect(screen.getByText('The boss chooses first; then Xiaoman speaks.')).toBeTruthy();
    expect(items.value).toHaveLength(0);
  });

  it('is kept with ticks, own words and lines, and the seats are swapped', async () => {
    await playToVerdict();
    server.reachable = false;
    fireEvent.click(screen.getByLabelText('Meet again'));
    const change = await screen.findByLabelText('Change one thing');
    fireEvent.input(change, { target: { value: 'ask first' } });
    fireEvent.click(screen.getByLabelText('Method'));
    fireEvent.click(screen.getAllByLabelText('Partly')[1] as HTMLElement);
    expect(screen.queryByText('Retired')).toBeNull();
    expect(screen.getAllByRole('group', { name: behaviours[0] ?? '' })).toHaveLength(1);
    press('Swap seats: Xiaoman plays the boss');
    expect(await screen.findByRole('heading', { name: 'Lin Xiaoman' })).toBeTruthy();
    await waitFor(() => expect(roundsKept()).toHaveLength(1));
    expect(roundsKept()[0]).toMatchObject({
      ...{ rep_id: me.id, boss_id: 'p2', verdict: 'would_meet_again', change: 'ask first' },
      change_kind: 'method',
      ticks: [{ behaviour_id: 'b1', mark: 'partly' }],
      lines: [{ words: '一个单都没有。', answer: '谁回询盘？' }],
    });
  });

  it('takes along what was played with an answer or is written now, unless it is left out', async () => {
    await playToVerdict();
    fireEvent.click(screen.getByLabelText('Would sign'));
    const isTaken = () => screen.getByLabelText<HTMLInputElement>('Take it along').checked;
    await screen.findByText('1 line goes along');
    expect(isTaken()).toBe(true);
    press('再考虑考虑。');
    await waitFor(() => expect(isTaken()).toBe(false));
    fireEvent.input(screen.getByLabelText('Our answer'), { target: { value: 'Which point?' } });
    await screen.findByText('2 lines go along');
    press('Goes along: 一个单都没有。');
    await waitFor(() =>
      expect(screen.getByLabelText('Our answer')).toHaveProperty('value', '谁回询盘？'),
    );
    fireEvent.click(screen.getByLabelText('Take it along'));
    await screen.findByText('1 line goes along');
    expect(screen.getByRole('button', { name: 'Goes along: 再考虑考虑。' })).toBeTruthy();
  });

  it('leads on to the next client', async () => {
    await playToVerdict();
    server.reachable = false;
    fireEvent.click(screen.getByLabelText('Would sign'));
    press(await screen.findByRole('button', { name: 'Next client' }));
    await waitFor(() => expect(location.pathname).toBe('/evening/round/b'));
    expect(await screen.findByText('Hand the phone to')).toBeTruthy();
  });

  it('ends the evening, which then shows its rounds', async () => {
    await playToVerdict();
    server.reachable = false;
    fireEvent.click(screen.getByLabelText('Would not'));
    press(await screen.findByRole('button', { name: 'Done' }));
    expect(await screen.findByText(/^at \/drills\//)).toBeTruthy();
    const sent = items.value.map(({ kind, method }) => `${method} ${kind}`);
    expect(sent).toEqual(['POST drill', 'POST round', 'PUT drill']);
  });
});

it('the screen after the last round asks with one tap how sure it has made me', async () => {
  openScreen('/evening/round/a', ['drill']);
  press(await screen.findByRole('button', { name: /turn the boss card/ }));
  press(await screen.findByRole('button', { name: 'Done: the boss speaks first' }));
  fireEvent.click(await screen.findByLabelText('Would sign'));
  server.reachable = false;
  press(await screen.findByRole('button', { name: 'Done' }));
  const asked = await screen.findByRole('group', { name: 'How sure are you, going to Client a?' });
  fireEvent.click(within(asked).getByLabelText('Half'));
  const told = openDraft<number | null>('confidence:a', null);
  await waitFor(() => expect(told.value.value).toBe(2));
  told.close();
  expect(screen.queryByRole('group', { name: /going to Client b/ })).toBeNull();
});

describe('an evening afterwards', () => {
  const drill = drillOf('d1', {
    recorded_by: { ...qihang },
    acknowledged: false,
    both_seats: true,
    rounds: [roundOf('r1'), roundOf('r2', { number: 2, rep: qihang, boss: me })],
  });

  beforeEach(() => {
    server.answers['GET /drills/d1'] = drill;
  });

  it('says on whose phone it was recorded, until it was seen', async () => {
    openScreen('/drills/d1');
    expect(await screen.findByText(/Recorded on Qihang’s phone/)).toBeTruthy();
    server.reachable = false;
    press('I have seen it');
    await waitFor(() => expect(screen.queryByText('I have seen it')).toBeNull());
    expect(items.value).toMatchObject([{ path: '/api/v1/drills/d1/acknowledgement' }]);
  });

  it('lets the rep put own words right, and only the rep', async () => {
    openScreen('/drills/d1');
    await screen.findByText('Both seats played');
    expect(screen.getAllByRole('button', { name: 'Put my words right' })).toHaveLength(1);
    server.reachable = false;
    press('Put my words right');
    const words = await screen.findByLabelText('Xiaoman, in own words');
    fireEvent.input(words, { target: { value: 'calm' } });
    press('Keep it');
    expect(await screen.findByText('calm')).toBeTruthy();
    expect(screen.getByText(/Own words · Before: too fast/)).toBeTruthy();
  });

  it('of others looks as if it were not there', async () => {
    openScreen('/drills/nowhere');
    expect(await screen.findByText('This drill is not here')).toBeTruthy();
  });
});

it('with two others, the third one watches', async () => {
  const all = { id: 'd0', day: today, people: [me, qihang, hejing], rounds: 1, state: 'wrapped' };
  server.answers['GET /drills'] = { items: [all], next_cursor: null };
  openScreen('/evening/round/a');
  expect(await screen.findByText('Jing watches.')).toBeTruthy();
});
