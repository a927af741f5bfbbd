/** What an admin sets: refused before it is sent, sent as what changed, and kept when somebody was faster. */
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { me } from '../kit/api/session';
import { refresh } from '../kit/cache';
import { choose, open, press, type, valueOf } from '../kit/form/testing/hands';
import { signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { BLANK, movedUp, whatIsWrongIn, withGrade, without } from './grades';
import Settings from './Settings';
import { countries, formOf, whatIsWrong, withDay, zonesWith } from './settings';
import { lanbridge } from './testing/company';

let server: Backend;

const PLACE = '/organisation/settings';

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, role: 'admin' });
  server.answers = { 'GET /organisation': lanbridge };
});

function sent(): unknown[] {
  return server.bodiesOf('PATCH', '/organisation');
}

function stale(current: unknown): Response {
  const problem = { type: 'about:blank', title: '', status: 412, code: 'changed_meanwhile' };
  return new Response(JSON.stringify({ ...problem, detail: 'Changed.', current }), {
    status: 412,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

describe('the settings', () => {
  it('send only what was changed, with the version it was read in', async () => {
    server.answers['PATCH /organisation'] = { ...lanbridge, evening_closes: '21:00', version: 8 };
    open(Settings, PLACE);
    await screen.findByLabelText('Closes');
    type('Closes', '21:00');
    fireEvent.click(screen.getByLabelText('Saturday'));
    type('A big order begins at', '100,000');
    press('Save');
    await vi.waitFor(() =>
      expect(sent()).toEqual([
        {
          evening_closes: '21:00',
          week: [1, 2, 3, 4, 5, 6],
          big_order: { amount_minor: 10_000_000, currency: 'CNY' },
        },
      ]),
    );
    expect(server.asked.find(({ method }) => method === 'PATCH')?.ifMatch).toBe('"7"');
  });

  it('send the ladder in the order in which this company goes up it', async () => {
    server.answers['PATCH /organisation'] = { ...lanbridge, version: 8 };
    open(Settings, PLACE);
    await screen.findByLabelText('Closes');
    press('“You tell, I listen” one place up');
    press('Save');
    const rungs = ['tell', 'tell_back', 'show', 'do'];
    await vi.waitFor(() => expect(sent()).toEqual([{ rungs }]));
  });

  it('say at each field what is wrong, before the server is asked', async () => {
    open(Settings, PLACE);
    await screen.findByLabelText('Closes');
    type('Name', ' ');
    type('Time zone', 'Shanghai');
    type('Closes', '18:00');
    type('Minutes of a round', '');
    type('A big order begins at', 'much');
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
      fireEvent.click(screen.getByLabelText(day));
    }
    press('Save');
    const said = screen.getAllByRole('alert').map((alert) => alert.textContent);
    expect(said).toEqual([
      'What is the company called?',
      'Choose one from the list, such as Asia/Shanghai.',
      'At least one day is worked.',
      'The evening closes after it opens.',
      'Between 1 and 60 minutes.',
      'A sum in figures, such as 29800.',
    ]);
    expect(sent()).toEqual([]);
  });

  it('tell what somebody else changed, keep what was typed, and save it over the newer one', async () => {
    const theirs = { ...lanbridge, quiet_until: '07:00', evening_closes: '19:30', version: 9 };
    server.answers['PATCH /organisation'] = stale(theirs);
    open(Settings, PLACE);
    await screen.findByLabelText('Closes');
    type('Closes', '21:00');
    press('Save');
    const note = await screen.findByRole('alert');
    expect(note.textContent).toContain('Closes: 19:30; Quiet until: 07:00');
    expect([valueOf('Closes'), valueOf('Quiet until')]).toEqual(['21:00', '07:00']);
    server.answers['PATCH /organisation'] = { ...theirs, evening_closes: '21:00', version: 10 };
    press('Save');
    await vi.waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()[1]).toEqual({ evening_closes: '21:00' });
    expect(server.asked.filter(({ method }) => method === 'PATCH').at(-1)?.ifMatch).toBe('"9"');
    await vi.waitFor(() => expect(screen.queryByText(/Closes: 19:30/)).toBeNull());
  });

  it('of a country without known holidays say so at the country, and keep the rest', async () => {
    const problem = { type: 'about:blank', title: '', status: 422, code: 'invalid', detail: 'No.' };
    const errors = [{ pointer: '/country', detail: 'no' }];
    server.answers['PATCH /organisation'] = new Response(JSON.stringify({ ...problem, errors }), {
      status: 422,
      headers: { 'Content-Type': 'application/problem+json' },
    });
    open(Settings, PLACE);
    await screen.findByLabelText('Closes');
    choose('Public holidays of', 'AQ');
    type('Closes', '21:00');
    press('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('No holidays are published');
    expect(valueOf('Closes')).toBe('21:00');
  });

  it('without a network say that it is needed, and keep what was typed', async () => {
    open(Settings, PLACE);
    await screen.findByLabelText('Closes');
    type('Closes', '21:00');
    server.reachable = false;
    press('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('No network');
    expect(valueOf('Closes')).toBe('21:00');
  });

  it('are only read by whoever is no admin', async () => {
    me.value = { ...xiaoman, role: 'manager' };
    open(Settings, PLACE);
    expect(await screen.findByText('An admin can change this.')).toBeTruthy();
    expect(screen.getByText('Mon–Fri')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('take over what was read meanwhile while nothing is typed', async () => {
    open(Settings, PLACE);
    await screen.findByLabelText('Closes');
    server.answers['GET /organisation'] = { ...lanbridge, evening_closes: '22:00', version: 8 };
    await refresh('organisation');
    await vi.waitFor(() => expect(valueOf('Closes')).toBe('22:00'));
  });
});

describe('the grades', () => {
  it('get a new one, which holds once the page is saved', async () => {
    server.answers['PATCH /organisation'] = { ...lanbridge, version: 8 };
    open(Settings, PLACE);
    await screen.findByText('Signs this month · 50 of 100 sign');
    press('Add a grade');
    press('Into the list');
    expect(screen.getByText('A capital letter, then capitals or figures: A1.')).toBeTruthy();
    type('Short sign', 'A');
    press('Into the list');
    expect(screen.getByText('Another grade has this sign.')).toBeTruthy();
    type('Short sign', 'A1');
    type('Label, in English', 'A1');
    type('What it means, in Chinese', '这周很可能签');
    type('Of 100 such clients, how many sign?', '70');
    press('Into the list');
    expect(sent()).toEqual([]);
    press('Save');
    await vi.waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]).toMatchObject({
      grades: [
        { key: 'A' },
        { key: 'B' },
        {
          key: 'A1',
          label: { zh: 'A1', en: 'A1' },
          meaning: { zh: '这周很可能签', en: '这周很可能签' },
          probability: 70,
        },
      ],
    });
  });

  it('change places and go, never the last one', async () => {
    open(Settings, PLACE);
    await screen.findByText('Signs this month · 50 of 100 sign');
    press('Change grade A');
    expect(within(screen.getByRole('dialog')).queryByText('One place up')).toBeNull();
    press('Not now');
    press('Change grade B');
    press('One place up');
    const rows = within(screen.getByRole('list', { name: 'Grades of clients' }));
    expect(rows.getAllByRole('listitem').map((row) => row.textContent[0])).toEqual(['B', 'A']);
    press('Change grade A');
    press('Take it out');
    press('Change grade B');
    expect(within(screen.getByRole('dialog')).queryByText('Take it out')).toBeNull();
  });

  const { grades } = lanbridge;
  const [first, second] = grades as [(typeof grades)[0], (typeof grades)[0]];

  it('are changed as a list', () => {
    expect(movedUp(grades, 'B')).toEqual([second, first]);
    expect(movedUp(grades, 'A')).toEqual(grades);
    expect(without(grades, 'A')).toEqual([second]);
    expect(withGrade(grades, 'A', { ...first, probability: 60 })[0]?.probability).toBe(60);
    expect(whatIsWrongIn(BLANK, grades)).toEqual(['key', 'label', 'meaning']);
    expect(whatIsWrongIn({ ...first, key: 'X', probability: 101 }, grades)).toEqual([
      'probability',
    ]);
  });
});

it.each(['en', 'zh-CN'])(
  'each country is offered once and under its code of today: %s',
  (language) => {
    const offered = countries(language);
    const labels = offered.map(({ label }) => label);
    expect(labels).toEqual([...new Set(labels)]);
    const codes = offered.map(({ value }) => value);
    expect(codes).toEqual(expect.arrayContaining(['CN', 'DE', 'GB', 'RU', 'VN', 'US', 'XK']));
    expect(codes.filter((code) => ['DD', 'UK', 'SU', 'EU', 'ZZ'].includes(code))).toEqual([]);
  },
);

it('a zone is not offered a second time under an older name', () => {
  const offered = zonesWith('Asia/Kolkata');
  const ofIndia = offered.filter((zone) => /^Asia\/(Kolkata|Calcutta)$/.test(zone));
  expect(ofIndia).toEqual(['Asia/Kolkata']);
  expect(offered).toEqual([...new Set(offered)]);
});

it('a day more in the week stands in its place', () => {
  expect(withDay([1, 2, 4], 3, true)).toEqual([1, 2, 3, 4]);
  expect(withDay([1, 2, 4], 4, false)).toEqual([1, 2]);
});

it('the zone that holds is one of those offered, and every country has a name', () => {
  expect(zonesWith('Asia/Shanghai')).toContain('Asia/Shanghai');
  expect(zonesWith('Etc/Our_Own')[0]).toBe('Etc/Our_Own');
  const offered = countries('en');
  expect(offered).toContainEqual({ value: 'CN', label: 'China' });
  expect(offered.some(({ value }) => value === 'QX')).toBe(false);
  expect(whatIsWrong(formOf(lanbridge), zonesWith('Asia/Shanghai'))).toEqual([]);
});
