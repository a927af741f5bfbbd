/** Changing something that somebody else may change meanwhile. Pure. */

/** Only what differs from what was read: a merge patch leaves the rest as it is. */
export function patchOf<F extends object>(draft: F, read: F): Partial<F> {
  return Object.fromEntries(
    changedIn(read, draft).map((name) => [name, draft[name]]),
  ) as Partial<F>;
}

/** After somebody was faster: mine wherever I changed something, theirs everywhere else. */
export function rebased<F extends object>(draft: F, read: F, now: F): F {
  return { ...now, ...patchOf(draft, read) };
}

/** The fields in which two of them differ. */
export function changedIn<F extends object>(before: F, after: F): (keyof F & string)[] {
  const names = Object.keys(before) as (keyof F & string)[];
  return names.filter((name) => !same(before[name], after[name]));
}

/** Values come from JSON, so their texts tell whether they are the same. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
