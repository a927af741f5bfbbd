/** What was written of a deal: the two voices, and everything else as it was written. */
import { render } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Lines } from './Lines';

function shown(words: string): string[] {
  const parts = [...render(<Lines of={words} />).container.querySelectorAll('p, blockquote')];
  return parts.map(({ className, textContent }) => `${className}: ${textContent}`);
}

it('lets the client speak first and us answer, once for each pair', () => {
  const words = '“三万块太贵了。” → 一年一单的毛利是多少？\n“Low season.” → Sign now, be ready.';
  expect(shown(words)).toEqual([
    'said: 三万块太贵了。',
    'ours: 一年一单的毛利是多少？',
    'said: Low season.',
    'ours: Sign now, be ready.',
  ]);
});

it('shows what nobody answered, and leaves all other lines as they are', () => {
  const words = '“我得问问我先生。”\n去了三次 → 没讲产品\n他说“贵” → 我笑了';
  expect(shown(words)).toEqual([
    'said: 我得问问我先生。',
    ': 去了三次 → 没讲产品',
    ': 他说“贵” → 我笑了',
  ]);
});
