/** The working calendar: one tap decides a day, one more gives it back to the rule. */
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { me } from '../kit/api/session';
import { open, press, type } from '../kit/form/testing/hands';
import { dayOf, daysAfter, longDay } from '../kit/i18n/format';
import { Toasts } from '../kit/ui/Toast';
import { refusal, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { decided, lastDay, monthsOf, SPAN, weekdayOf } from './calendar';
import Calendar from './Calendar';
import { lanbridge } from './testing/company';
import type { CalendarDay } from './wire';

let server: Backend;

const PLACE = '/organisation/calendar';
const TODAY = dayOf();
/** A day off that is not today, nor the day after. */
const FREE = daysAfter(TODAY, 3);
const ADDRESS = `/organisation/calendar/${FREE}`;

function days(named: Partial<CalendarDay> | null = null): CalendarDay[] {
  return Array.from({ length: SPAN }, (_, ahead) => {
    const day = daysAfter(TODAY, ahead);
    const known = { day, working: day !== FREE, name: null };
    return day === FREE ? { ...known, ...named } : known;
  });
}

function tell(named: Partial<CalendarDay> | null = null): void {
  const asked = `GET /organisation/calendar?from=${TODAY}&to=${lastDay(TODAY, SPAN)}`;
  server.answers[asked] = { items: days(named) };
}

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, role: 'admin' });
  server.answers = {
    'GET /organisation': lanbridge,
    [`PUT ${ADDRESS}`]: { day: FREE, working: true, name: 'Worked instead' },
    [`DELETE ${ADDRESS}`]: new Response(null, { status: 204 }),
  };
  tell();
});

function box(): HTMLInputElement {
  return screen.getByLabelText<HTMLInputElement>(new RegExp(longDay(FREE)), { selector: 'input' });
}

async function opened(): Promise<void> {
  open(Calendar, PLACE);
  render(<Toasts />);
  await screen.findByLabelText(new RegExp(`${longDay(FREE)}, free`));
}

describe('the calendar', () => {
  it('marks the days that are worked', async () => {
    await opened();
    const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes).toHaveLength(SPAN);
    expect(boxes.filter((one) => !one.checked)).toEqual([box()]);
  });

  it('makes a day worked with one tap, and tells it by its name', async () => {
    await opened();
    tell({ working: true, name: 'Worked instead' });
    fireEvent.click(box());
    expect(box().checked).toBe(true);
    await vi.waitFor(() =>
      expect(server.bodiesOf('PUT', ADDRESS)).toEqual([{ working: true, name: 'Worked instead' }]),
    );
    expect(await screen.findByText(`${longDay(FREE)} is a working day.`)).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Days you set yourselves' })).toBeTruthy();
  });

  it('takes the tap back', async () => {
    await opened();
    fireEvent.click(box());
    await screen.findByText(`${longDay(FREE)} is a working day.`);
    press('Undo');
    await vi.waitFor(() =>
      expect(server.asked.some(({ method }) => method === 'DELETE')).toBe(true),
    );
  });

  it('gives a day that was decided back to the rule', async () => {
    tell({ working: true, name: 'Sprint' });
    open(Calendar, PLACE);
    await screen.findByText('Sprint');
    tell();
    fireEvent.click(box());
    await vi.waitFor(() => expect(screen.queryByText('Sprint')).toBeNull());
    expect(server.asked.some(({ method }) => method === 'DELETE')).toBe(true);
    expect(box().checked).toBe(false);
  });

  it('shows the day as it was when the server does not take it', async () => {
    server.answers[`PUT ${ADDRESS}`] = refusal(403, 'not_yours_to_do', 'Ask an admin.');
    await opened();
    fireEvent.click(box());
    expect(await screen.findByText('Ask an admin.')).toBeTruthy();
    expect(box().checked).toBe(false);
  });

  it('lets a decided day have another name', async () => {
    tell({ working: true, name: 'Sprint' });
    open(Calendar, PLACE);
    await screen.findByText('Sprint');
    press(`Name of ${longDay(FREE)}`);
    type('Name', ' ');
    press('Save');
    expect(screen.getByText('A word or two, please.')).toBeTruthy();
    type('Name', 'Fair');
    press('Save');
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.bodiesOf('PUT', ADDRESS)).toEqual([{ working: true, name: 'Fair' }]);
  });

  it('goes on two months later, and what was shown stays', async () => {
    await opened();
    press('Show two more months');
    expect(screen.getAllByRole('checkbox')).toHaveLength(SPAN);
    await vi.waitFor(() =>
      expect(server.asked.at(-1)?.search).toContain(`to=${lastDay(TODAY, 2 * SPAN)}`),
    );
  });

  it('is only read by whoever is no admin', async () => {
    me.value = { ...xiaoman, role: 'trainer' };
    tell({ working: true, name: 'Sprint' });
    open(Calendar, PLACE);
    await screen.findByText('Sprint');
    expect(screen.queryByRole('checkbox')).toBeNull();
    const list = within(screen.getByRole('list', { name: 'Days you set yourselves' }));
    expect(list.queryByRole('button')).toBeNull();
    expect(screen.getByText(`${longDay(FREE)}, worked: Sprint`)).toBeTruthy();
  });
});

describe('a month', () => {
  const told = (day: string) => ({ day, working: true, name: null });

  it('begins each week with Monday', () => {
    const [march, april] = monthsOf(['2026-03-30', '2026-03-31', '2026-04-01'].map(told));
    expect([march?.first, march?.blank, march?.days.length]).toEqual(['2026-03-30', 0, 2]);
    expect([april?.first, april?.blank, april?.days.length]).toEqual(['2026-04-01', 2, 1]);
    expect(weekdayOf('2026-04-05')).toBe(7);
  });

  it('never asks for more days than the server tells', () => {
    expect(lastDay('2026-01-01', 4000)).toBe('2026-12-31');
  });

  it('knows which days were decided', () => {
    const own = { ...told('2026-04-01'), name: 'Fair' };
    expect(decided([told('2026-03-31'), own])).toEqual([own]);
  });
});
