/** The secret card: suggested, changed behind the cover, played, and open to both afterwards. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { options } from 'preact';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Backend } from '../people/testing/backend';
import { objectionTypes } from './testing/answers';
import { cardOf, drillOf, roundOf, today, tomorrow } from './testing/examples';
import { openScreen, press } from './testing/screens';
import { laid, roundsKept } from './testing/table';

let server: Backend;
const heard = { type_key: 'noresult', words: 'Not one order.', visit_id: 'v9', on: today };

beforeEach(async () => {
  server = await laid([cardOf('a', { heard: [heard] })]);
});

const hiddenWords = objectionTypes.slice(1).map(({ words }) => words.en);
const sentences = () => screen.getAllByLabelText<HTMLTextAreaElement>('In your words');
const said = () =>
  sentences()
    .map(({ value }) => value)
    .filter((words) => words !== '');

async function openBossCard(): Promise<void> {
  openScreen('/evening/round/a');
  press(await screen.findByRole('button', { name: 'Qihang: set up my card' }));
  await screen.findByRole('button', { name: 'Start the clock · 6 minutes' });
}

/** A phone on which the screen is drawn anew before a write has reached the disk. */
function drawnBeforeWritten(): void {
  options.requestAnimationFrame = (run: () => void) => queueMicrotask(run);
  onTestFinished(() => {
    delete options.requestAnimationFrame;
  });
}

async function playWith(verdict = 'Would sign'): Promise<void> {
  press(await screen.findByRole('button', { name: 'Done: the boss speaks first' }));
  fireEvent.click(await screen.findByLabelText(verdict));
}

describe('behind the cover', () => {
  it('stands what the client really said, what is expected, and one that is hidden', async () => {
    await openBossCard();
    expect(said().slice(0, 2)).toEqual(['Not one order.', '再考虑考虑。']);
    expect(hiddenWords).toContain(said()[2]);
    expect(screen.getByText('Today, really said')).toBeTruthy();
    expect(screen.getByText('From the client sheet')).toBeTruthy();
    expect(screen.getByText('Hidden: not on the sheet')).toBeTruthy();
  });

  it('says what moves him: the planned answer to what he says', async () => {
    await openBossCard();
    expect(screen.getAllByText('谁回询盘？').length).toBeGreaterThan(0);
  });

  it('another hidden one takes its place, or none', async () => {
    await openBossCard();
    const before = said()[2];
    press('Another hidden one');
    await waitFor(() => expect(said()[2]).not.toBe(before));
    expect(hiddenWords).toContain(said()[2]);
    press(`Leave “${said()[2] ?? ''}” out`);
    await waitFor(() => expect(said()).toHaveLength(2));
    expect(screen.getByText('2 sentences')).toBeTruthy();
  });

  it('the boss’s changes are played, and go with the round', async () => {
    await openBossCard();
    fireEvent.click(screen.getByLabelText('Proud'));
    fireEvent.input(screen.getByLabelText('What has happened'), {
      target: { value: 'fifteen minutes' },
    });
    press('Start the clock · 6 minutes');
    expect(await screen.findByRole('timer')).toBeTruthy();
    expect(screen.getByText(/Proud · .* · fifteen minutes/)).toBeTruthy();
    fireEvent.click(screen.getAllByLabelText('Pressed')[2] as HTMLElement);
    await playWith();
    server.reachable = false;
    press('Done');
    await waitFor(() => expect(roundsKept()).toHaveLength(1));
    expect(roundsKept()[0]?.boss_card).toMatchObject({
      ...{ temper: 'proud', note: 'fifteen minutes', moved_by: '谁回询盘？' },
      objections: [
        { words: 'Not one order.', hidden: false, pressed: null },
        { words: '再考虑考虑。', hidden: false },
        { hidden: true, pressed: 'pressed' },
      ],
    });
  });

  it('stays secret and unchanged when the phone died while it was written', async () => {
    await openBossCard();
    fireEvent.input(screen.getByLabelText('What has happened'), { target: { value: 'rain' } });
    await screen.findByText(/· rain$/);
    cleanup();
    openScreen('/evening/round/a');
    await screen.findByText('Hand the phone to');
    expect(document.body.textContent).not.toContain('rain');
    press('Qihang: set up my card');
    expect(await screen.findByText(/· rain$/)).toBeTruthy();
  });

  it('without a playbook nothing is hidden, and a good answer still moves him', async () => {
    server.answers['GET /playbook'] = { version: 1, objection_types: [], skills: [] };
    server.answers['GET /clients/c-a/sheet'] = {
      ...(server.answers['GET /clients/c-a/sheet'] as object),
      objections: { items: [], unknown: true },
    };
    await openBossCard();
    expect(said()).toEqual(['Not one order.']);
    const moves = screen.getAllByText('Hears you out, then answers with one true fact');
    expect(moves.length).toBeGreaterThan(0);
  });
});

describe('the rep’s card', () => {
  it('has last evening’s line before the sheet’s, each with its source, and nothing hidden', async () => {
    const line = { id: 'l1', words: 'Not one order.', answer: 'Who answered?', drill_id: 'd9' };
    const agreed = [{ ...line, agreed_on: '2026-01-05', type_key: 'noresult', answer_id: null }];
    server.answers[`GET /today?day=${tomorrow}`] = {
      visits: [{ id: 'a', client: { id: 'c-a' }, prep: { agreed } }],
    };
    openScreen('/evening/round/a');
    press(await screen.findByRole('button', { name: 'Xiaoman: my card first' }));
    await screen.findByText('Who answered?');
    const card = screen.getByRole('article');
    const [first, second] = card.querySelectorAll('.talk');
    expect(first?.textContent).toBe('Not one order.Who answered?5 Jan, agreed in the drill');
    expect(second?.textContent).toContain('From the client sheet');
    for (const words of hiddenWords) expect(card.textContent).not.toContain(words);
  });
});

describe('when the round is over', () => {
  it('the other one is surprised by something else after the swap', async () => {
    drawnBeforeWritten();
    await openBossCard();
    const before = said()[2] ?? '';
    press('Start the clock · 6 minutes');
    await playWith();
    server.reachable = false;
    press('Swap seats: Xiaoman plays the boss');
    press(await screen.findByRole('button', { name: 'Xiaoman: set up my card' }));
    await screen.findByRole('button', { name: 'Start the clock · 6 minutes' });
    expect(hiddenWords).toEqual(expect.arrayContaining([before, said()[2]]));
    expect(said()[2]).not.toBe(before);
    expect(screen.getByText('Hidden: not on the sheet')).toBeTruthy();
  });

  it('what the boss said unexpectedly may get its answer', async () => {
    await openBossCard();
    const hidden = said()[2] ?? '';
    press('Start the clock · 6 minutes');
    await playWith();
    press(await screen.findByRole('button', { name: hidden }));
    const unexpected = (await screen.findByText('Came up in a round')).closest('.talk');
    expect(unexpected?.textContent).toContain(hidden);
  });

  it('both see the whole card, and what was hidden', async () => {
    const boss_card = {
      ...{ temper: 'hasty' as const, mood: 'annoyed' as const, note: 'a batch came back' },
      moved_by: 'He asks who answered',
      objections: [
        {
          ...{ id: 'x', type_key: 'partner', words: 'My wife is against it.' },
          ...{ hidden: true, pressed: 'settled' as const },
        },
      ],
    };
    server.answers['GET /drills/d1'] = drillOf('d1', { rounds: [roundOf('r1', { boss_card })] });
    openScreen('/drills/d1');
    const card = (await screen.findByText('Qihang’s boss card')).parentElement as HTMLElement;
    expect(within(card).getByText('Hasty · annoyed · a batch came back')).toBeTruthy();
    expect(within(card).getByText('My wife is against it.')).toBeTruthy();
    expect(within(card).getByText('Hidden')).toBeTruthy();
    expect(within(card).getByText('Settled')).toBeTruthy();
    expect(within(card).getByText('A good answer: He asks who answered')).toBeTruthy();
  });
});
