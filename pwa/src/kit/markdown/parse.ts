/**
 * A small kind of Markdown, read into a tree: two headings, paragraphs whose lines stay lines, lists,
 * quotes, bold, italics and https links. Whatever else stands there is text, HTML too. Each character
 * is looked at a bounded number of times, so that no text makes a phone wait.
 */
export type Inline =
  | string
  | { kind: 'bold' | 'italic'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] };

/** A line of text; its parts in order. */
type Line = Inline[];

export type Block =
  | { kind: 'heading'; level: 1 | 2; children: Line }
  | { kind: 'paragraph' | 'quote'; lines: Line[] }
  | { kind: 'list'; ordered: boolean; items: Line[] };

const HEADING = /^(#{1,2})[ \t]+(?=\S)/;
const QUOTE = /^>[ \t]?/;
const BULLET = /^[-*•][ \t]+(?=\S)/;
const NUMBER = /^\d{1,3}(?:[.)][ \t]+|、[ \t]*)(?=\S)/;
/** A link's end stops at the next bracket, so that trying it costs no more than reading on. */
const MARKS = /(\*\*|\*|\[|\]\(https:\/\/[^\s()]*\))/;

export function parse(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.trim();
    open = line ? added(blocks, open, line) : null;
  }
  return blocks;
}

/** The line joins the block above it when both are of one kind; else it begins one. */
function added(blocks: Block[], open: Block | null, line: string): Block | null {
  const begun = begin(line);
  if (open && 'lines' in begun && open.kind === begun.kind) {
    open.lines.push(...begun.lines);
    return open;
  }
  if (open?.kind === 'list' && begun.kind === 'list' && open.ordered === begun.ordered) {
    open.items.push(...begun.items);
    return open;
  }
  blocks.push(begun);
  return begun.kind === 'heading' ? null : begun;
}

function begin(line: string): Block {
  const [mark, hashes] = HEADING.exec(line) ?? [];
  if (mark && hashes) {
    const level = hashes.length === 1 ? 1 : 2;
    return { kind: 'heading', level, children: inline(line.slice(mark.length)) };
  }
  if (QUOTE.test(line)) return { kind: 'quote', lines: [inline(line.replace(QUOTE, ''))] };
  for (const sign of [BULLET, NUMBER]) {
    const item = sign.test(line) && line.replace(sign, '');
    if (item) return { kind: 'list', ordered: sign === NUMBER, items: [inline(item)] };
  }
  return { kind: 'paragraph', lines: [inline(line)] };
}

type Kind = 'bold' | 'italic' | 'link';

/** What has been opened and waits for its end; `mark` is what stands there when none comes. */
interface Frame {
  kind: Kind | null;
  mark: string;
  children: Inline[];
}

function inline(text: string): Line {
  const parts = text.split(MARKS);
  const stack: Frame[] = [{ kind: null, mark: '', children: [] }];
  parts.forEach((part, at) => {
    if (at % 2 === 0) say(stack, part);
    else meet(stack, part, parts[at - 1] ?? '', parts[at + 1] ?? '');
  });
  while (stack.length > 1) giveUp(stack);
  return top(stack).children;
}

/** At most one of each kind is open at a time: the stack is never deeper than four. */
function meet(stack: Frame[], mark: string, before: string, after: string): void {
  const kind = kindOf(mark);
  const isOpen = stack.some((frame) => frame.kind === kind);
  if (mark === '[') {
    if (isOpen) giveUpTo(stack, kind);
    stack.push({ kind, mark, children: [] });
  } else if (kind === 'link') {
    const href = mark.slice(2, -1);
    if (isOpen && isSafe(href)) close(stack, kind, href);
    else say(stack, mark);
  } else if (isOpen && !/\s$/.test(before)) close(stack, kind);
  else if (!isOpen && !/^\s/.test(after)) stack.push({ kind, mark, children: [] });
  else say(stack, mark);
}

function kindOf(mark: string): Kind {
  if (mark === '**') return 'bold';
  return mark === '*' ? 'italic' : 'link';
}

/** https, a host, and nobody's name or password: as the server asks of a link. */
export function isSafe(href: string): boolean {
  if (!URL.canParse(href)) return false;
  const { protocol, hostname, username, password } = new URL(href);
  return protocol === 'https:' && hostname !== '' && !username && !password;
}

/** What was opened inside it and never ended is text. */
function close(stack: Frame[], kind: Kind, href = ''): void {
  while (top(stack).kind !== kind) giveUp(stack);
  const { mark, children } = stack.pop() ?? top(stack);
  if (children.length === 0) say(stack, `${mark}${kind === 'link' ? `](${href})` : mark}`);
  else top(stack).children.push(kind === 'link' ? { kind, href, children } : { kind, children });
}

function giveUpTo(stack: Frame[], kind: Kind): void {
  while (stack.some((frame) => frame.kind === kind)) giveUp(stack);
}

function giveUp(stack: Frame[]): void {
  const given = stack.pop();
  if (!given) return;
  say(stack, given.mark);
  for (const child of given.children) {
    if (typeof child === 'string') say(stack, child);
    else top(stack).children.push(child);
  }
}

/** Joins the text before it: many small pieces would cost a screen more than one long one. */
function say(stack: Frame[], text: string): void {
  const { children } = top(stack);
  const last = children.at(-1);
  if (!text) return;
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

function top(stack: Frame[]): Frame {
  return stack[stack.length - 1] as Frame;
}
