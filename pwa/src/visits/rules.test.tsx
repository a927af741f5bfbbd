/** The rule of the effective visit: what holds, what held, and a new one from a day on. */
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { me } from '../kit/api/session';
import { open, press, type } from '../kit/form/testing/hands';
import { dayOf, daysAfter, shortDay } from '../kit/i18n/format';
import { page, refusal, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { hejing } from '../people/testing/people';
import { bookOn, withOne } from './rules';
import type { Rule } from './rules-remote';
import Rules from './Rules';

let server: Backend;

const TODAY = dayOf();
const LATER = daysAfter(TODAY, 10);

function rule(applies_from: string, ...requires: Rule['requires']): Rule {
  return { id: applies_from, requires, applies_from, by: hejing };
}

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, role: 'admin' });
  server.answers = { 'GET /effective-visit-rules': page([]) };
});

describe('the rule', () => {
  it('is the usual one until somebody sets another', async () => {
    open(Rules, '/organisation/rules');
    expect(await screen.findByText('This held from the beginning.')).toBeTruthy();
    expect(screen.getByText('Met a decision-maker or influencer')).toBeTruthy();
    expect(screen.getByText('A next step with a day')).toBeTruthy();
  });

  it('tells what held before and what comes', async () => {
    const rules = [rule(LATER, 'amount'), rule('2026-02-01', 'met_contact'), rule('2026-01-05')];
    server.answers['GET /effective-visit-rules'] = page(rules);
    open(Rules, '/organisation/rules');
    expect(await screen.findByText(`Holds since ${shortDay('2026-02-01')}`)).toBeTruthy();
    expect(screen.getByText(`From ${shortDay(LATER)}`)).toBeTruthy();
    expect(screen.getByText(`From ${shortDay('2026-01-05')}`)).toBeTruthy();
    expect(screen.getAllByText('set by He Jing').length).toBeGreaterThan(0);
  });

  it('is changed from a day on, beginning with what holds', async () => {
    server.answers['POST /effective-visit-rules'] = rule(LATER, 'met_decider', 'objection_heard');
    open(Rules, '/organisation/rules');
    fireEvent.click(await screen.findByRole('button', { name: 'Change it' }));
    fireEvent.click(screen.getByLabelText('A next step with a day'));
    fireEvent.click(screen.getByLabelText('What the client objected'));
    type('From which day on', LATER);
    press('Save');
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.bodiesOf('POST', '/effective-visit-rules')).toEqual([
      { requires: ['met_decider', 'objection_heard'], applies_from: LATER },
    ]);
  });

  it('asks for something, and not in the past', async () => {
    open(Rules, '/organisation/rules');
    fireEvent.click(await screen.findByRole('button', { name: 'Change it' }));
    fireEvent.click(screen.getByLabelText('A next step with a day'));
    fireEvent.click(screen.getByLabelText('Met a decision-maker or influencer'));
    type('From which day on', daysAfter(TODAY, -1));
    press('Save');
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'Choose at least one.',
      'Choose today or a later day.',
    ]);
  });

  it('that the server calls too early says so at the day', async () => {
    server.answers['POST /effective-visit-rules'] = refusal(409, 'rule_begins_in_the_past', 'No.');
    open(Rules, '/organisation/rules');
    fireEvent.click(await screen.findByRole('button', { name: 'Change it' }));
    press('Save');
    expect(await screen.findByText('Choose today or a later day.')).toBeTruthy();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  it('is only read by whoever is no admin', async () => {
    me.value = { ...xiaoman, role: 'trainer' };
    open(Rules, '/organisation/rules');
    await screen.findByText('This held from the beginning.');
    expect(screen.queryByRole('button', { name: 'Change it' })).toBeNull();
  });
});

it('of two rules of one day the later one holds', () => {
  const [second, first] = [
    { ...rule(TODAY, 'amount'), id: 'b' },
    { ...rule(TODAY), id: 'a' },
  ];
  expect(bookOn(TODAY, [second, first])).toEqual({ now: second, later: [], earlier: [first] });
});

it('what is asked stays in one order', () => {
  expect(withOne(['amount'], 'met_decider', true)).toEqual(['met_decider', 'amount']);
  expect(withOne(['met_decider', 'amount'], 'amount', false)).toEqual(['met_decider']);
});
