import { describe, expect, test } from 'vitest';
import { parse, type Inline } from './parse';

/** The tree in short: b(…), i(…), a(href|…). */
function told(parts: Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const inside = told(part.children);
      if (part.kind === 'link') return `a(${part.href}|${inside})`;
      return `${part.kind === 'bold' ? 'b' : 'i'}(${inside})`;
    })
    .join('');
}

function line(text: string): string {
  const [only] = parse(text);
  return only && 'lines' in only ? told(only.lines[0] ?? []) : '';
}

describe('blocks', () => {
  test('headings, paragraphs, lists and quotes stand as they were written', () => {
    const text =
      '# 毛利\n先问\n再算\n\n## 三问\n- 一单多少\n* 几单\n1. 先\n2、后\n> 客户说：\n> 太贵';
    expect(parse(text)).toEqual([
      { kind: 'heading', level: 1, children: ['毛利'] },
      { kind: 'paragraph', lines: [['先问'], ['再算']] },
      { kind: 'heading', level: 2, children: ['三问'] },
      { kind: 'list', ordered: false, items: [['一单多少'], ['几单']] },
      { kind: 'list', ordered: true, items: [['先'], ['后']] },
      { kind: 'quote', lines: [['客户说：'], ['太贵']] },
    ]);
  });

  test('an empty line ends a list, and a third heading is text', () => {
    expect(parse('- 一\n\n- 二').length).toBe(2);
    expect(line('### 三级')).toBe('### 三级');
    expect(line('#没有空格')).toBe('#没有空格');
    expect(line('2026 年 3 月')).toBe('2026 年 3 月');
    expect(parse(' \n\t\r\n')).toEqual([]);
  });
});

describe('words in a line', () => {
  test.each([
    ['**先问** 再 *算*', 'b(先问) 再 i(算)'],
    ['**一 *二* 三**', 'b(一 i(二) 三)'],
    ['[价目](https://example.com/a?b=1#c)', 'a(https://example.com/a?b=1#c|价目)'],
    ['**[价目](https://example.com)**', 'b(a(https://example.com|价目))'],
    ['[**价目**](https://example.com)', 'a(https://example.com|b(价目))'],
    [
      '看[一](https://a.example)和[二](https://b.example)',
      '看a(https://a.example|一)和a(https://b.example|二)',
    ],
  ])('%s', (text, tree) => expect(line(text)).toBe(tree));

  test.each([
    '3 * 4 * 5',
    '**没有结尾',
    '*一 **二',
    '[没有地址]',
    '[空](https://)',
    '[](https://example.com)',
    '****',
    '[坏](javascript:alert(1))',
    '[坏](JaVaScRiPt:alert`1`)',
    '[坏](http://example.com)',
    '[坏](data:text/html,x)',
    '[坏](//example.com)',
    '[坏](https://user:secret@example.com)',
    '[坏](https://user@example.com)',
    '[坏]( https://example.com)',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '&lt;b&gt;',
  ])('%s stays text', (text) => expect(line(text)).toBe(text));

  test('a second bracket takes the place of the first', () => {
    expect(line('[[一](https://a.example)')).toBe('[a(https://a.example|一)');
    expect(line('**[一** 二](https://a.example)')).toBe('b([一) 二](https://a.example)');
  });
});

describe('hostile texts', () => {
  const LENGTH = 20_000;
  const hostile = [
    ...[
      '*',
      '**',
      '[',
      '>',
      '> ',
      '#',
      '# ',
      '- ',
      '-',
      '](https://',
      '](https://a)',
      '[a](https://a',
    ],
    ...['*a', '**a*', '[*a', '[**a*[', '**[', '*a **b [c ', '1. ', '\n', '>\n', '- a\n', '> a\n\n'],
  ];

  test.each(hostile)(
    '%j over and over costs what as much plain text costs, in proportion',
    (part) => {
      const text = part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);
      const plain = 'a b\n'.repeat(LENGTH / 4);
      // Beside a quadratic reading this is four thousand times as long; no machine's pace is asked.
      expect(spent(text)).toBeLessThan(60 * spent(plain) + 20);
      expect(lengthOf(text)).toBeLessThanOrEqual(LENGTH);
    },
  );

  function spent(text: string): number {
    const times = [1, 2, 3].map(() => {
      const began = performance.now();
      parse(text);
      return performance.now() - began;
    });
    return Math.min(...times);
  }

  /** Characters that are shown: none is made up, however the marks are nested. */
  function lengthOf(text: string): number {
    const bare = (parts: Inline[]): number =>
      parts.reduce(
        (sum, part) => sum + (typeof part === 'string' ? part.length : bare(part.children)),
        0,
      );
    return parse(text)
      .flatMap((block) =>
        'lines' in block ? block.lines : 'items' in block ? block.items : [block.children],
      )
      .reduce((sum, parts) => sum + bare(parts), 0);
  }
});
