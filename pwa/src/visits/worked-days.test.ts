import { expect, it } from 'vitest';
import { insteadOf } from './worked-days';

it('names the next working day instead of one that is known to be off, and of no other', () => {
  const calendar = [
    { day: '2026-03-28', working: false },
    { day: '2026-03-29', working: false },
    { day: '2026-03-30', working: false },
    { day: '2026-03-31', working: true },
  ];
  expect(insteadOf('2026-03-28', calendar)).toBe('2026-03-31');
  expect(insteadOf('2026-03-31', calendar)).toBeNull();
  expect(insteadOf('2026-04-04', calendar)).toBeNull();
});
