/** 话术: read by everybody, kept by trainer and admin. */
import { fireEvent, render, screen } from '@testing-library/preact';
import { Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { me } from '../kit/api/session';
import { open, press, type, valueOf } from '../kit/form/testing/hands';
import { Toasts } from '../kit/ui/Toast';
import { refusal, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import Objection from './Objection';
import { keyFor } from './objection-type';
import { placeAbove } from './places';
import Playbook from './Playbook';
import type { Behaviour, ObjectionType, Playbook as Book } from './remote';

let server: Backend;

const UNTRIED = {
  ...{ worked: 0, partly: 0, not_worked: 0 },
  ...{ check_on: '2026-12-24', due_for_check: false },
};

const price = objection('price', 'Price', 'Too dear.', 1);
const noresult = objection('noresult', 'No result', 'We tried, nothing came.', 2);
const listens = behaviour('b1', 'Listens to the end', 1);
const asks = behaviour('b2', 'Asks before answering', 2);

const book: Book = {
  version: 40,
  skills: [
    {
      id: 's1',
      key: 'objections',
      name: same('Objections'),
      position: 1,
      version: 1,
      behaviours: [listens, asks, { ...behaviour('b0', 'Smiles', 3), retired: true }],
    },
  ],
  objection_types: [
    price,
    noresult,
    { ...objection('season', 'Season', 'Low.', 3), retired: true },
  ],
};

function same(text: string) {
  return { zh: text, en: text };
}

function objection(key: string, name: string, words: string, position: number): ObjectionType {
  const texts = { name: same(name), short: same(name), words: same(words) };
  const best = [{ id: 'a1', text: same('So?'), ...UNTRIED }];
  return { id: `o-${key}`, key, ...texts, best, position, retired: false, version: 1 };
}

function behaviour(id: string, text: string, position: number): Behaviour {
  return { id, skill_id: 's1', text: same(text), position, retired: false, version: 1 };
}

function as(role: 'rep' | 'trainer'): void {
  me.value = { ...xiaoman, role };
}

const routed = () => (
  <Router>
    <Route path="/playbook/:key" component={Objection} />
    <Route default component={Playbook} />
  </Router>
);

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, role: 'trainer' });
  server.answers = { 'GET /playbook': book };
});

describe('the playbook', () => {
  it('is read by a rep, without anything to change and without what is retired', async () => {
    as('rep');
    open(routed, '/playbook');
    const price = (await screen.findByText('Price')).closest('a');
    expect(price?.getAttribute('href')).toBe('/playbook/price');
    expect(screen.getByText('Asks before answering')).toBeTruthy();
    expect(screen.queryByText('Season')).toBeNull();
    expect(screen.queryByText('Smiles')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Add an objection' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add a behaviour' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/me');
  });

  it('gets a new objection, and opens it', async () => {
    server.answers['POST /playbook/objection-types'] = objection('moving', 'Moving', 'Later.', 4);
    open(routed, '/playbook?new');
    await screen.findByLabelText('Name, in English');
    press('Save');
    expect(screen.getAllByRole('alert')).toHaveLength(5);
    type('Name, in English', 'Moving the factory');
    type('On a chip, short, in English', 'Moving');
    type('How clients say it, in Chinese', '等搬完厂再说。');
    type('The line we practise, in English', 'What is to prepare before?');
    expect(valueOf('Key for other systems')).toBe('moving_the_factory');
    press('Save');
    await vi.waitFor(() => expect(location.pathname).toBe('/playbook/moving'));
    expect(server.bodiesOf('POST', '/playbook/objection-types')).toMatchObject([
      { key: 'moving_the_factory', words: { zh: '等搬完厂再说。', en: '等搬完厂再说。' } },
    ]);
  });

  it('says at the key that it is taken', async () => {
    server.answers['POST /playbook/objection-types'] = refusal(409, 'key_taken', 'Taken.');
    open(routed, '/playbook?new');
    await screen.findByLabelText('Name, in English');
    for (const part of ['Name', 'On a chip, short', 'How clients say it', 'The line we practise']) {
      type(`${part}, in English`, 'Price');
    }
    press('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('Another objection has this');
  });

  it('gets a new behaviour in its skill', async () => {
    server.answers['POST /playbook/behaviours'] = behaviour('b9', 'Names a number', 4);
    open(routed, '/playbook');
    fireEvent.click(await screen.findByRole('button', { name: 'Add a behaviour' }));
    type('What a partner can see and tick, in English', 'Names a number');
    press('Save');
    await vi.waitFor(() =>
      expect(server.bodiesOf('POST', '/playbook/behaviours')).toMatchObject([
        { skill_id: 's1', text: same('Names a number') },
      ]),
    );
  });

  it('lets a behaviour change places with the one above', async () => {
    server.answers['PATCH /playbook/behaviours/b2'] = { ...asks, position: 1 };
    server.answers['PATCH /playbook/behaviours/b1'] = { ...listens, position: 2 };
    open(routed, '/playbook');
    fireEvent.click(await screen.findByRole('button', { name: 'Change “Asks before answering”' }));
    press('One place up');
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.bodiesOf('PATCH', '/playbook/behaviours/b2')).toEqual([{ position: 1 }]);
    expect(server.bodiesOf('PATCH', '/playbook/behaviours/b1')).toEqual([{ position: 2 }]);
  });

  it('renames a skill', async () => {
    server.answers['PATCH /playbook/skills/s1'] = { ...book.skills[0], version: 2 };
    open(routed, '/playbook');
    fireEvent.click(await screen.findByRole('button', { name: 'Rename Objections' }));
    type('Name of the skill, in English', 'Answering');
    press('Save');
    await vi.waitFor(() =>
      expect(server.bodiesOf('PATCH', '/playbook/skills/s1')).toEqual([
        { name: { zh: 'Objections', en: 'Answering' } },
      ]),
    );
  });
});

describe('an objection', () => {
  it('shows what clients say and what we answer', async () => {
    as('rep');
    open(routed, '/playbook/noresult');
    expect((await screen.findByText('We tried, nothing came.')).className).toBe('said');
    expect(screen.queryByRole('link', { name: 'Change the words' })).toBeNull();
  });

  it('is changed in the part that was changed', async () => {
    server.answers['PATCH /playbook/objection-types/o-noresult'] = { ...noresult, version: 2 };
    open(routed, '/playbook/noresult?change');
    await screen.findByLabelText('How clients say it, in English');
    type('How clients say it, in English', 'Nothing came of it.');
    press('Save');
    await vi.waitFor(() => expect(location.search).toBe(''));
    expect(server.bodiesOf('PATCH', '/playbook/objection-types/o-noresult')).toEqual([
      { words: { zh: 'We tried, nothing came.', en: 'Nothing came of it.' } },
    ]);
  });

  it('is retired, and offered again by undoing it', async () => {
    const retired = { ...noresult, retired: true, version: 2 };
    server.answers['PATCH /playbook/objection-types/o-noresult'] = retired;
    open(routed, '/playbook/noresult');
    render(<Toasts />);
    fireEvent.click(await screen.findByRole('button', { name: 'No longer offer it' }));
    expect(await screen.findByText('“No result” is no longer offered.')).toBeTruthy();
    press('Undo');
    await vi.waitFor(() =>
      expect(server.bodiesOf('PATCH', '/playbook/objection-types/o-noresult')).toEqual([
        { retired: true },
        { retired: false },
      ]),
    );
  });

  it('that is not there leads back', async () => {
    open(routed, '/playbook/nothing');
    expect(await screen.findByText('This objection is not in the playbook')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To the playbook' })).toBeTruthy();
  });
});

it('a key begins with a letter', () => {
  expect(keyFor({ zh: '', en: '30k is too dear' })).toBe('k_is_too_dear');
  expect(keyFor({ zh: '要搬厂', en: '' })).toBe('');
});

it('nothing stands above the first, and retired rows are passed over', () => {
  expect(placeAbove([price, noresult], price)).toBeNull();
  expect(placeAbove([price, { ...price, id: 'x', retired: true }, noresult], noresult)).toBe(price);
});
