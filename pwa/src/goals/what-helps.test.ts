import { expect, it } from 'vitest';
import { chosen } from '../kit/i18n/lang';
import { helpInWords } from './WhatHelps';

it('names no factor while too little stands behind it, and says how much does', () => {
  chosen.value = 'en';
  const said = helpInWords({ factor: null, correction: 'method', n: 12, n_before: 30 });
  expect(said).toContain('Too little to say yet which factor fell (n 12, before n 30).');
  expect(said).not.toContain('What is short');
});
