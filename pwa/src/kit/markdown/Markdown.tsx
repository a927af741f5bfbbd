import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import { languageOf } from '../ui/Talk';
import { parse, type Block, type Inline } from './parse';

/** A text as people wrote it, as nodes of ours and never as HTML. Its headings come after the page's own. */
export function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => parse(text), [text]);
  return (
    <div class="stack" lang={languageOf(text)}>
      {blocks.map((block, at) => (
        <Part key={at} of={block} />
      ))}
    </div>
  );
}

function Part({ of }: { of: Block }) {
  switch (of.kind) {
    case 'heading':
      return of.level === 1 ? <h2>{shown(of.children)}</h2> : <h3>{shown(of.children)}</h3>;
    case 'list': {
      const items = of.items.map((item, at) => <li key={at}>{shown(item)}</li>);
      return of.ordered ? <ol class="told">{items}</ol> : <ul class="told">{items}</ul>;
    }
    case 'quote':
      return <blockquote class="note">{inLines(of.lines)}</blockquote>;
    case 'paragraph':
      return <p>{inLines(of.lines)}</p>;
  }
}

function inLines(lines: Inline[][]) {
  const told = lines.map((line, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {shown(line)}
    </Fragment>
  ));
  return <span>{told}</span>;
}

function shown(parts: Inline[]) {
  return parts.map((part, at) => <Piece key={at} of={part} />);
}

function Piece({ of }: { of: Inline }) {
  if (typeof of === 'string') return <>{of}</>;
  const inside = shown(of.children);
  switch (of.kind) {
    case 'bold':
      return <strong>{inside}</strong>;
    case 'italic':
      return <em>{inside}</em>;
    case 'link':
      return (
        <a class="link" href={of.href} target="_blank" rel="noopener noreferrer">
          {inside}
        </a>
      );
  }
}
