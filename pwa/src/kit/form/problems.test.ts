/** What a form says when the server did not do what was asked. */
import { expect, it } from 'vitest';
import { Refusal, type Problem } from '../api/problem';
import { sentenceOf } from './problems';

function refusal(errors: NonNullable<Problem['errors']>): Refusal {
  const detail = 'Some of this could not be read; see errors. Nothing was lost.';
  return new Refusal({ type: '', title: '', status: 422, code: 'invalid', detail, errors });
}

it('is what is wrong with the fields, each sentence once', () => {
  const long = { code: 'string_too_long', detail: 'At most 200 characters.' };
  const missing = { code: 'missing', detail: 'This is needed.' };
  const refused = refusal([
    { pointer: '/name', ...long },
    { pointer: '/note', ...long },
    { pointer: '/day', ...missing },
  ]);
  expect(sentenceOf(refused)).toBe('At most 200 characters. This is needed.');
});

it('is the sentence of the whole where no field is named', () => {
  expect(sentenceOf(refusal([]))).toMatch(/^Some of this could not be read/);
});
