/** Classes and topics on the screen: what a learner sees, what whoever runs a class does. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it } from 'vitest';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman as me, type Backend } from '../people/testing/backend';
import Room from './Room';
import { aLine, aSession, aTopic, hejing, xiaoman } from './testing/classes';
import Training from './Training';

let server: Backend;
const trader = {
  ...{ key: 'trader', retired: false, best: [] },
  name: { zh: '靠外贸公司', en: 'Traders' },
  short: { zh: '靠外贸', en: 'Traders' },
};

beforeEach(async () => {
  server = await signedIn({ ...me, team_id: 't1' });
  server.answers = {
    'GET /playbook': { version: 1, skills: [], objection_types: [trader] },
    'GET /sessions?when=coming': page([aSession()]),
    'GET /sessions?when=past': page([
      aSession({ id: 's0', state: 'skipped', skip_reason: '整周都在展会上' }),
    ]),
  };
});

function show(address: string): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path="/training" component={Training} />
        <Route path="/training/:id" component={Room} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
}

describe('the list', () => {
  it('shows a skipped week with its reason', async () => {
    show('/training');
    const before = await screen.findByRole('list', { name: 'Before' });
    expect(within(before).getByRole('link').textContent).toMatch(/整周都在展会上.*Skipped/);
  });

  it('offers a rep no class to plan', async () => {
    show('/training');
    await screen.findByRole('list', { name: 'Before' });
    expect(screen.queryByRole('button', { name: 'Plan a class' })).toBeNull();
  });
});

describe('a class of mine', () => {
  beforeEach(() => {
    const held = { state: 'practising' as const, held_at: '2026-03-24T09:00:00Z' };
    server.answers['GET /sessions/s1'] = aSession({
      ...{ ...held, runs: false, learns: true, missing: null, attendance: [] },
    });
    server.answers['GET /visits'] = page([
      { id: 'v1', day: '2026-03-25', client: { id: 'c1', name: '暖屿灯饰' }, check_in: {} },
    ]);
    server.answers['GET /drills'] = page([]);
  });

  it('says why it is given, in the clients own words, and what to take along', async () => {
    show('/training/s1');
    expect(await screen.findByText('heard 9 times')).toBeTruthy();
    expect(screen.getByText('我们靠外贸公司就行')).toBeTruthy();
    expect(screen.getByText(/If 他说够用/)).toBeTruthy();
    expect(screen.queryByText('Who was there')).toBeNull();
  });

  it('takes where I tried it by the outbox, once I say where and what happened', async () => {
    show('/training/s1');
    fireEvent.click(await screen.findByRole('button', { name: 'I tried it' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Show it' }));
    expect((await screen.findAllByRole('alert')).length).toBe(2);
    await screen.findByRole('option', { name: /暖屿灯饰/ });
    const where = screen.getByLabelText('A visit or a round of yours');
    fireEvent.change(where, { target: { value: 'v1' } });
    const how = screen.getByLabelText('What happened?');
    fireEvent.input(how, { target: { value: '他自己算了一单。' } });
    server.reachable = false;
    fireEvent.click(screen.getByRole('button', { name: 'Show it' }));
    await waitFor(() => expect(items.value).toHaveLength(1));
    expect(items.value[0]).toMatchObject({
      ...{ kind: 'session-evidence', lane: 'session:s1', method: 'POST' },
      body: { origin: { kind: 'visit', id: 'v1' }, words: '他自己算了一单。' },
    });
    expect(await screen.findByText('Not seen yet')).toBeTruthy();
  });
});

describe('a class I run', () => {
  const held = { state: 'practising' as const, held_at: '2026-03-24T09:00:00Z' };
  const practice = {
    ...{ kind: 'field' as const, type_key: 'trader', skill_key: null, words: null },
    due: '2026-03-31',
  };

  it('says how many have still to practise and offers to close only after', async () => {
    const attendance = [aLine({ mark: 'came' })];
    server.answers['GET /sessions/s1'] = aSession({ ...held, practice, attendance, missing: 1 });
    show('/training/s1');
    expect(await screen.findByText('1 who was there has no confirmed practice yet.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Close it' })).toBeNull();
  });

  it('asks for a reason and a day when somebody missed it', async () => {
    server.answers['GET /sessions/s1'] = aSession({ ...held, practice });
    show('/training/s1');
    fireEvent.click(await screen.findByRole('radio', { name: 'Missed' }));
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('button', { name: 'Note it' }));
    expect(sheet.getByRole('alert').textContent).toMatch(/Say why/);
    expect(items.value).toEqual([]);
  });

  it('confirms what was tried, and the row says by whom', async () => {
    const evidence = {
      ...{ id: 'e1', person: xiaoman, origin: { kind: 'visit' as const, id: 'v1' } },
      ...{ words: '他自己算了一单。', confirmed_at: null, confirmed_by: null, may_confirm: true },
    };
    server.answers['GET /sessions/s1'] = aSession({ ...held, practice, evidence: [evidence] });
    server.answers['PUT /sessions/s1/evidence/e1/confirmation'] = aSession({
      ...held,
      evidence: [{ ...evidence, confirmed_at: '2026-03-25T01:00:00Z', confirmed_by: hejing }],
    });
    show('/training/s1');
    const confirm = await screen.findByRole('button', { name: 'I have seen it' });
    fireEvent.click(confirm);
    expect(await screen.findByText(/^Seen by/)).toBeTruthy();
  });
});

it('invites to ask for a topic while a class has none', async () => {
  const why = { words: null, count: null, sentences: [], origin: null };
  server.answers['GET /sessions/s1'] = aSession({ topic: null, why });
  show('/training/s1');
  const link = await screen.findByRole('link', {
    name: 'The topic is still open. What would help you?',
  });
  expect(link.getAttribute('href')).toBe('/training/topics');
});

describe('topics', () => {
  beforeEach(() => {
    server.answers['GET /topic-proposals'] = page([aTopic()]);
    server.answers['PUT /topic-proposals/t1/vote'] = aTopic({ votes: 3, my_vote: true });
  });

  it('tell what was heard as counts, in the playbooks words of my language', async () => {
    show('/training/topics');
    expect(await screen.findByRole('heading', { name: /^Traders/ })).toBeTruthy();
    expect(screen.getByText(/1 of 7 before, 4 of 9 now/)).toBeTruthy();
  });

  it('of the method stand in my language alone', async () => {
    const topic = '把一周安排好 / Planning the week';
    const wish = aTopic({ proposed_by: 'method', type_key: null, heard: null, topic });
    server.answers['GET /topic-proposals'] = page([wish]);
    show('/training/topics');
    const [card] = await screen.findAllByRole('heading', { level: 2 });
    expect(card?.firstElementChild?.textContent).toBe('Planning the week');
  });

  it('take one vote of mine', async () => {
    show('/training/topics');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'I want it, too' }));
    await waitFor(() => expect(server.bodiesOf('PUT', '/topic-proposals/t1/vote')).toHaveLength(1));
  });

  it('are decided by the trainer alone', async () => {
    show('/training/topics');
    await screen.findByRole('checkbox');
    expect(screen.queryByRole('button', { name: 'When does it come?' })).toBeNull();
  });
});
