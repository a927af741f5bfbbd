/** Who learns from whom: the pairs, a new one, and the end of one. */
import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { choose, open, press, type, valueOf } from '../kit/form/testing/hands';
import { dayOf, shortDay } from '../kit/i18n/format';
import Mentors from './Mentors';
import { apprenticesFor, mentorsFor } from './pairing';
import { page, refusal, signedIn, xiaoman, type Backend } from './testing/backend';
import {
  guchuan,
  gull,
  hanxue,
  hejing,
  lighthouse,
  mineAs,
  pair,
  qihang,
  xinren,
} from './testing/people';

let server: Backend;

const PLACE = '/organisation/mentors';
const NOW = 'GET /mentor-pairs?limit=100&ended=false';
const everybody = [guchuan, hanxue, hejing, qihang, xinren];

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, role: 'manager' });
  server.answers = {
    'GET /me': mineAs('manager', 't1'),
    'GET /teams': { items: [gull, lighthouse] },
    'GET /people?limit=100&state=active': page(everybody),
    [NOW]: page([pair('m1', hanxue, qihang)]),
    'GET /mentor-pairs?limit=100&ended=true': page([
      { ...pair('m0', hanxue, qihang), ends_on: '2026-03-20' },
    ]),
  };
});

describe('who may walk beside whom', () => {
  const mine = mineAs('manager', 't1');

  it('newcomers without a mentor come first, and nobody of another team', () => {
    expect(apprenticesFor(mine, everybody, [])).toEqual([xinren, hanxue, qihang]);
    expect(apprenticesFor(mine, everybody, [pair('m1', hanxue, qihang)])).toEqual([xinren, hanxue]);
    expect(apprenticesFor(mineAs('admin'), everybody, [])[0]).toEqual(xinren);
    expect(apprenticesFor(mineAs('admin'), everybody, [])).toContainEqual(guchuan);
  });

  it('mentors of the same team come first; those with two, and newcomers, are left out', () => {
    expect(mentorsFor(xinren, everybody, [])).toEqual([hanxue, hejing, qihang, guchuan]);
    const two = [pair('m1', hanxue, qihang), pair('m2', hanxue, guchuan)];
    expect(mentorsFor(xinren, everybody, two)).toEqual([hejing, qihang, guchuan]);
  });
});

describe('the pairs', () => {
  it('are told with their first day, and those that are over on wish', async () => {
    open(Mentors, PLACE);
    expect(await screen.findByText('Zhou Qihang with Han Xue')).toBeTruthy();
    press('Show those that are over');
    const span = `${shortDay('2026-03-02')} to ${shortDay('2026-03-20')}`;
    expect(await screen.findByText(span)).toBeTruthy();
  });

  it('are only read by those who look after nobody', async () => {
    server.answers['GET /me'] = mineAs('trainer');
    open(Mentors, PLACE);
    await screen.findByText('Zhou Qihang with Han Xue');
    expect(screen.queryByText('Pair a newcomer with a mentor')).toBeNull();
    expect(document.querySelector('main li a')).toBeNull();
  });

  it('get a new one, from the newcomer who needs it', async () => {
    server.answers['POST /mentor-pairs'] = pair('m2', hanxue, xinren);
    open(Mentors, `${PLACE}?for=p5`);
    await screen.findByLabelText('Mentor');
    expect(valueOf('Newcomer or rep')).toBe('p5');
    press('Pair them');
    expect(screen.getByText('Who walks beside?')).toBeTruthy();
    choose('Mentor', 'p3');
    press('Pair them');
    await vi.waitFor(() => expect(location.search).toBe(''));
    expect(server.bodiesOf('POST', '/mentor-pairs')).toMatchObject([
      { apprentice_id: 'p5', mentor_id: 'p3', starts_on: dayOf() },
    ]);
  });

  it('that cannot be says so at the mentor and keeps the choice', async () => {
    server.answers['POST /mentor-pairs'] = refusal(409, 'mentor_full', 'Two already.');
    open(Mentors, `${PLACE}?for=p5`);
    await screen.findByLabelText('Mentor');
    choose('Mentor', 'p3');
    press('Pair them');
    expect((await screen.findByRole('alert')).textContent).toBe('Two already.');
    expect(valueOf('Mentor')).toBe('p3');
  });

  it('end on the day that is chosen', async () => {
    server.answers['PUT /mentor-pairs/m1/end'] = {
      ...pair('m1', hanxue, qihang),
      ends_on: '2027-01-29',
    };
    open(Mentors, `${PLACE}?pair=m1`);
    await screen.findByText(/After it Han Xue no longer sees/);
    type('The last day', '2027-01-29');
    press('End it');
    await vi.waitFor(() =>
      expect(server.bodiesOf('PUT', '/mentor-pairs/m1/end')).toEqual([{ ends_on: '2027-01-29' }]),
    );
  });
});
