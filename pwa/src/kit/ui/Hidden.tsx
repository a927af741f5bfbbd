import type { ComponentChildren } from 'preact';

/** Read out, not shown. */
export function Hidden({ children }: { children: ComponentChildren }) {
  return <span class="hide">{children}</span>;
}
