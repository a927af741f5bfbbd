/** The product list: added, repriced, retired and offered again. */
import { render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { me } from '../kit/api/session';
import { choose, open, press, type, valueOf } from '../kit/form/testing/hands';
import { Toasts } from '../kit/ui/Toast';
import { page, refusal, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { keyFor, whatIsWrong } from './products';
import Products from './Products';
import type { Product } from './remote';

let server: Backend;

const PLACE = '/organisation/products';
const LIST = 'GET /products?limit=100';
const voyage: Product = {
  id: 'v1',
  key: 'voyage',
  name: { zh: '远航版', en: 'Voyage' },
  price: { amount_minor: 5_980_000, currency: 'CNY' },
  retired: false,
  version: 3,
};

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, role: 'admin' });
  server.answers = { [LIST]: page([voyage, { ...voyage, id: 'v0', key: 'old', retired: true }]) };
});

describe('the products', () => {
  it('are told with their list price, those no longer offered apart', async () => {
    open(Products, PLACE);
    const offered = await screen.findByRole('list', { name: 'Offered' });
    expect(offered.textContent).toContain('Voyage¥59,800');
    expect(screen.getByRole('list', { name: 'No longer offered' })).toBeTruthy();
  });

  it('get a new one in the currency of the others, its key made from the name', async () => {
    server.answers['POST /products'] = { ...voyage, id: 'v2' };
    open(Products, `${PLACE}?new`);
    await screen.findByRole('dialog', { name: 'A new product' });
    press('Save');
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'A name, in one language at least.',
      'A sum in figures, such as 29800.',
      'Small letters, figures and hyphens, such as voyage.',
    ]);
    type('Name, in English', 'Flagship Plus');
    type('List price', '98,000');
    expect(valueOf('Key for other systems')).toBe('flagship-plus');
    press('Save');
    await vi.waitFor(() => expect(location.search).toBe(''));
    expect(server.bodiesOf('POST', '/products')).toMatchObject([
      {
        key: 'flagship-plus',
        name: { zh: 'Flagship Plus', en: 'Flagship Plus' },
        price: { amount_minor: 9_800_000, currency: 'CNY' },
      },
    ]);
  });

  it('say at the key that it is taken, and keep the rest', async () => {
    server.answers['POST /products'] = refusal(409, 'product_key_taken', 'Taken.');
    open(Products, `${PLACE}?new`);
    await screen.findByRole('dialog', { name: 'A new product' });
    type('Name, in English', 'Voyage');
    type('List price', '1');
    press('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('Another product has this');
    expect(valueOf('Name, in English')).toBe('Voyage');
  });

  it('are repriced, also in another currency', async () => {
    server.answers['PATCH /products/v1'] = { ...voyage, version: 4 };
    open(Products, `${PLACE}?product=v1`);
    await screen.findByRole('dialog', { name: 'Change Voyage' });
    choose('Currency', 'JPY');
    press('Save');
    await vi.waitFor(() =>
      expect(server.bodiesOf('PATCH', '/products/v1')).toEqual([
        { price: { amount_minor: 59_800, currency: 'JPY' } },
      ]),
    );
  });

  it('are retired, and offered again by undoing it', async () => {
    server.answers['PATCH /products/v1'] = { ...voyage, retired: true, version: 4 };
    open(Products, `${PLACE}?product=v1`);
    render(<Toasts />);
    await screen.findByRole('dialog', { name: 'Change Voyage' });
    press('No longer offer it');
    expect(await screen.findByText('Voyage is no longer offered.')).toBeTruthy();
    press('Undo');
    await vi.waitFor(() =>
      expect(server.bodiesOf('PATCH', '/products/v1')).toEqual([
        { retired: true },
        { retired: false },
      ]),
    );
    const versions = server.asked.filter(({ method }) => method === 'PATCH');
    expect(versions.map(({ ifMatch }) => ifMatch)).toEqual(['"3"', '"4"']);
  });

  it('are only read by whoever is no admin', async () => {
    me.value = { ...xiaoman, role: 'manager' };
    open(Products, `${PLACE}?product=v1`);
    await screen.findByRole('list', { name: 'Offered' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.querySelector('main a')).toBeNull();
  });
});

it.each([
  ['Voyage Plus', 'voyage-plus'],
  ['  100k! ', '100k'],
  ['远航版', ''],
])('the key of "%s" is "%s"', (en, key) => {
  expect(keyFor({ zh: '', en })).toBe(key);
});

it('a product without a price is not complete', () => {
  expect(whatIsWrong({ name: { zh: '远航版', en: '' }, price: null }, 'x')).toEqual(['price']);
});
