import { render } from 'preact';
import { expect, test } from 'vitest';
import { Markdown } from './Markdown';

function shown(text: string): HTMLElement {
  const root = document.createElement('div');
  render(<Markdown text={text} />, root);
  return root;
}

test('what people wrote becomes nodes of ours', () => {
  const root = shown('# 毛利\n- **一单** 多少\n\n> 太贵\n\n第一行\n第二行');
  expect(root.querySelector('h2')?.textContent).toBe('毛利');
  expect(root.querySelector('ul > li > strong')?.textContent).toBe('一单');
  expect(root.querySelector('blockquote')?.textContent).toBe('太贵');
  expect(root.querySelectorAll('p br').length).toBe(1);
});

test('a link leads out without telling where from', () => {
  const link = shown('[价目](https://example.com/a)').querySelector('a');
  expect(link?.getAttribute('href')).toBe('https://example.com/a');
  expect([link?.target, link?.rel]).toEqual(['_blank', 'noopener noreferrer']);
});

test('HTML and other addresses are shown as they stand', () => {
  const text = '<img src=x onerror="alert(1)"><script>alert(1)</script> [x](javascript:alert(1))';
  const root = shown(text);
  expect(root.textContent).toBe(text);
  expect(root.querySelectorAll('img, script, a').length).toBe(0);
});
