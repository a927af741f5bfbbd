/** Where the link pointed before the sign-in; only ever inside the app. */
export function afterSignIn(next: string | undefined): string {
  if (!next?.startsWith('/')) return '/';
  const { origin, pathname, search } = new URL(next, location.origin);
  return origin === location.origin && !pathname.startsWith('/sign-in') ? pathname + search : '/';
}
