import { describe, expect, it } from 'vitest';
import type { Item } from '../kit/outbox';
import { cardsWithUnsent, sheetWithUnsent, withUnsent } from './pending';
import { emptySheet } from './sheet';
import type { ClientCard, ClientRead, SheetRead } from './wire';

const writer = { id: 'p1', family_name: '林', given_name: '小满', latin_name: 'Lin Xiaoman' };
const born = item({ kind: 'client', method: 'POST', body: { id: 'c1', name: '暖屿灯饰' } });
const boss = { id: 'k1', name: '吴建平', title: null, role: 'boss' as const };

function item(part: Partial<Item>): Item {
  return { lane: 'client:c1', path: '/api/v1/clients', savedAt: 0, ...part } as Item;
}

describe('a client', () => {
  it('born on this phone is shown as its writer left it, and is the writer’s', () => {
    expect(withUnsent(undefined, [born], writer)).toMatchObject({
      name: '暖屿灯饰',
      owner: { id: 'p1', family_name: '林' },
      contacts: [],
      sheet: { version: 0, answers_ready: 0 },
    });
  });

  it('that nobody knows is not made up', () => {
    expect(withUnsent(undefined, [], writer)).toBeUndefined();
  });

  it('carries changes and contacts that have not been sent, in their order', () => {
    const changes = [
      born,
      item({ kind: 'client-change', method: 'PATCH', body: { grade: 'B' } }),
      item({ kind: 'contact', method: 'POST', body: boss }),
      item({
        kind: 'contact',
        method: 'PATCH',
        path: '/api/v1/clients/c1/contacts/k1',
        body: { name: '吴总', title: 'boss', role: 'boss' },
      }),
    ];
    expect(withUnsent(undefined, changes, writer)).toMatchObject({
      grade: 'B',
      contacts: [{ id: 'k1', name: '吴总', title: 'boss' }],
    });
  });

  it('shows a contact once when its arrival was read already', () => {
    const read = { id: 'c1', name: '暖屿', contacts: [boss] } as unknown as ClientRead;
    const again = item({ kind: 'contact', method: 'POST', body: boss });
    expect(withUnsent(read, [again], writer)?.contacts).toEqual([boss]);
  });
});

describe('the list', () => {
  it('begins with clients that are still on this phone, and names none twice', () => {
    const known = { id: 'c1', name: '暖屿灯饰' } as ClientCard;
    const second = item({ kind: 'client', method: 'POST', body: { id: 'c2', name: '清禾' } });
    const names = cardsWithUnsent([known], [born, second], writer).map((card) => card.name);
    expect(names).toEqual(['清禾', '暖屿灯饰']);
  });

  it('names the boss of a client that was just born', () => {
    const withBoss = { ...born, body: { id: 'c1', name: '暖屿', contacts: [boss] } };
    expect(cardsWithUnsent([], [withBoss], writer)[0]?.boss).toBe('吴建平');
  });
});

describe('the sheet', () => {
  const read = { ...emptySheet(), goal: 'read' } as SheetRead;
  const unsent = (goal: string) =>
    item({ kind: 'client-sheet', method: 'PUT', body: { ...emptySheet(), id: goal, goal } });

  it('is the last one that waits, before what was read', () => {
    expect(sheetWithUnsent(read, [unsent('first'), unsent('last')])?.goal).toBe('last');
    expect(sheetWithUnsent(read, [])?.goal).toBe('read');
  });

  it('is empty only where nobody has begun one', () => {
    expect(sheetWithUnsent(undefined, [], true)).toEqual(emptySheet());
    expect(sheetWithUnsent(undefined, [])).toBeUndefined();
  });
});
