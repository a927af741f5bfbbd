/**
 * The secret of a one-time link, from behind its #. It leaves the address at once, so that neither
 * the history nor a screenshot keeps it; a page that is drawn again still knows it.
 */
let kept: string | null = null;

export function takeToken(): string | null {
  const found = location.hash.slice(1);
  if (found) {
    kept = found;
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return kept;
}

/** It was used up. */
export function forgetToken(): void {
  kept = null;
}
