import { expect, it } from 'vitest';
import { uuid7 } from './uuid7';

it('has the shape of a UUIDv7 and carries the moment of its birth', () => {
  const id = uuid7(Date.UTC(2100, 0, 1));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2100, 0, 1));
});

it('sorts by birth, also for many in one millisecond and when the clock is set back', () => {
  const now = Date.UTC(2100, 0, 2);
  const ids = Array.from({ length: 10_000 }, () => uuid7(now));
  ids.push(uuid7(now - 3600_000), uuid7(now + 60_000));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
