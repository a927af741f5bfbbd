import type { ComponentChildren } from 'preact';
import { classes } from './classes';
import { down, next } from './icons';
import { Icon } from './Icon';

interface CardProps {
  /** An `article` stands for itself (one visit, one item); a `section` belongs to its screen. */
  as?: 'article' | 'section' | 'div';
  /** Shows the edge of the card that comes after it. */
  deck?: boolean;
  /** Larger text, to be read at arm's length in a round. */
  glance?: boolean;
  children: ComponentChildren;
}

/** Holds one matter. */
export function Card({ as: Tag = 'section', deck, glance, children }: CardProps) {
  return <Tag class={classes('card stack', deck && 'deck', glance && 'glance')}>{children}</Tag>;
}

interface FoldProps {
  /** Cards with the same name: opening one closes the others. */
  name?: string;
  open?: boolean;
  /** Stands before the title: a `Dot`. */
  mark?: ComponentChildren;
  title: string;
  meta?: ComponentChildren;
  children: ComponentChildren;
}

/** A card that opens, for what is not needed at every glance. */
export function Fold({ name, open, mark, title, meta, children }: FoldProps) {
  return (
    <details class="card" name={name} open={open}>
      <summary>
        {mark}
        <span class="grow">
          {title}
          {meta && <span class="meta">{meta}</span>}
        </span>
        <Icon of={down} />
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}

interface RowsProps {
  /** While the list loads; see `Skeleton`. */
  busy?: boolean;
  label?: string;
  children: ComponentChildren;
}

export function Rows({ busy, label, children }: RowsProps) {
  return (
    <ul class="rows" aria-busy={busy || undefined} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** The whole row is the link. */
  href?: string;
  onClick?: () => unknown;
  current?: boolean;
  before?: ComponentChildren;
  title: ComponentChildren;
  meta?: ComponentChildren;
  after?: ComponentChildren;
  lang?: string;
}

export function Row({ href, onClick, current, before, title, meta, after, lang }: RowProps) {
  const content = (
    <>
      {before}
      <span class="grow" lang={lang}>
        <strong>{title}</strong>
        {meta && <span class="meta">{meta}</span>}
      </span>
      {after}
    </>
  );
  if (!href) return <li class="row">{content}</li>;
  return (
    <li>
      <a class="row" href={href} onClick={onClick} aria-current={current ? 'true' : undefined}>
        {content}
        <Icon of={next} small />
      </a>
    </li>
  );
}
