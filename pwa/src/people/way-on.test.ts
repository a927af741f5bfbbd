import { expect, it } from 'vitest';
import { afterSignIn } from './way-on';

it.each([
  [undefined, '/'],
  ['/clients/7?tab=sheet', '/clients/7?tab=sheet'],
  ['//elsewhere.example/x', '/'],
  ['https://elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/sign-in?next=/', '/'],
])('%s leads to %s', (next, way) => {
  expect(afterSignIn(next)).toBe(way);
});
