import type { ComponentChildren, VNode } from 'preact';
import type { Resource } from '../kit/cache';
import { Rows } from '../kit/ui/Card';
import { Skeleton } from '../kit/ui/Skeleton';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import type { PageOf } from './wire';

interface Props<T> {
  /** Above the list; without it the list stands alone under its screen's own title. */
  title?: string;
  label: string;
  of: Resource<PageOf<T>>;
  more: (cursor: string) => Promise<PageOf<T>>;
  line: (one: T) => VNode;
  /** What stands there instead of an empty list. */
  children: ComponentChildren;
}

/** A list that is read page by page, from the skeleton to its last line. */
export function Listed<T>({ title, label, of, more, line, children }: Props<T>) {
  const items = of.value?.items ?? [];
  return (
    <section>
      {title && <h2>{title}</h2>}
      <ReadNote of={of} />
      {!of.value && !of.error && <Skeleton />}
      {items.length > 0 && <Rows label={label}>{items.map(line)}</Rows>}
      {of.value && items.length === 0 && children}
      <MorePages list={of} read={more} />
    </section>
  );
}
