/** A pair interview: four lines each, open for one another once all are there, then a clock and one line. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../kit/i18n/format';
import { lang } from '../kit/i18n/lang';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import InterviewScreen from './Interview';
import Interviews from './Interviews';
import { left, mySeat, trimmed } from './interviews';
import type { InterviewDetail, Seat, Worksheet } from './interviews-wire';

let server: Backend;
const today = dayOf();
const me = { id: xiaoman.id, family_name: '林', given_name: '小满', latin_name: 'Lin Xiaoman' };
const qihang = { id: 'p2', family_name: '周', given_name: '启航', latin_name: 'Zhou Qihang' };
const sheet: Worksheet = {
  went_well: '老板主动约了下周',
  stuck: '一说三万块就沉默',
  tried: '先算一单赚多少',
  would_ask: '你怎么让他先说预算？',
};

function seat(person: Seat['person'], part: Partial<Seat> = {}): Seat {
  return { person, filled: false, worksheet: null, takeaway: null, ...part };
}

function interview(part: Partial<InterviewDetail> = {}): InterviewDetail {
  return {
    ...{ id: 'i1', week: today, day: today, people: [me, qihang], state: 'planned' },
    ...{ filled_by_me: false, version: 1, moved_from: null, move_reason: null },
    seats: [seat(me), seat(qihang, { filled: true })],
    ...part,
  };
}

const ready = interview({
  state: 'ready',
  seats: [
    seat(me, { filled: true, worksheet: sheet }),
    seat(qihang, { filled: true, worksheet: { ...sheet, stuck: '前台那里就过不去' } }),
  ],
});

beforeEach(async () => {
  server = await signedIn();
  lang.value = 'zh-CN';
  server.answers = {
    'GET /pair-interviews': page([interview()]),
    'GET /pair-interviews/i1': interview(),
  };
});

function show(address: string): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path="/interviews" component={Interviews} />
        <Route path="/interviews/:id" component={InterviewScreen} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
}

describe('the worksheet', () => {
  it('is whole with four lines and nothing with three', () => {
    expect(trimmed({ ...sheet, tried: ' ' })).toBeNull();
    expect(trimmed({ ...sheet, tried: ' 试过 ' })).toEqual({ ...sheet, tried: '试过' });
  });

  it('shows what waits on this phone as if it were sent', () => {
    const unsent = [{ kind: 'worksheet', body: sheet }] as never;
    expect(mySeat(interview(), unsent, me.id)).toMatchObject({ filled: true, worksheet: sheet });
    expect(mySeat(interview(), [], 'nobody')).toBeNull();
  });

  it('says which lines are missing, then goes to the outbox', async () => {
    show('/interviews/i1');
    fireEvent.click(await screen.findByRole('button', { name: '写好了' }));
    expect((await screen.findByRole('alert')).textContent).toBe('四行都写一点，几个字也行。');
    const labels = ['什么做得顺？', '卡在哪里？', '试过什么？', '想问对方什么？'];
    for (const label of labels) {
      fireEvent.input(screen.getByLabelText(label), { target: { value: '一行' } });
    }
    fireEvent.click(screen.getByRole('button', { name: '写好了' }));
    await waitFor(() => expect(items.value.map(({ kind }) => kind)).toEqual(['worksheet']));
    expect(items.value[0]?.path).toContain('/pair-interviews/i1/worksheet');
  });

  it('of the other opens only when both are there', async () => {
    show('/interviews/i1');
    await screen.findByText('你的四行');
    expect(screen.queryByText('启航的四行')).toBeNull();
    expect(screen.queryByRole('button', { name: '开始十五分钟' })).toBeNull();
  });
});

describe('the talk', () => {
  it('has fifteen minutes by the clock on the wall', () => {
    expect(left(0, 0)).toBe(900);
    expect(left(0, 60_500)).toBe(840);
    expect(left(0, 2_000_000)).toBe(0);
  });

  it('begins with a tap, and ends with one line to take along', async () => {
    server.answers['GET /pair-interviews/i1'] = ready;
    show('/interviews/i1');
    expect(await screen.findByText('前台那里就过不去')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '开始十五分钟' }));
    expect((await screen.findByRole('timer')).textContent).toMatch(/^1[45]:\d\d$/);
    fireEvent.input(screen.getByLabelText('我带走的一句'), { target: { value: '先问再谈价' } });
    fireEvent.click(screen.getByRole('button', { name: '记下来' }));
    await waitFor(() => expect(items.value.map(({ kind }) => kind)).toEqual(['takeaway']));
  });

  it('moves only with the reason', async () => {
    show('/interviews/i1?move');
    fireEvent.click(await screen.findByRole('button', { name: '换到这天' }));
    expect(await screen.findByText('选今天或以后的一天，写一句为什么。')).toBeTruthy();
    expect(items.value).toEqual([]);
  });
});

it('lists whom I meet next, and what is still to do', async () => {
  show('/interviews');
  const next = await screen.findByRole('link', { name: /和启航结对互访/ });
  expect(next.textContent).toContain('先写你的四行');
});
