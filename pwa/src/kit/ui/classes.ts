/** Class names that apply, in one string: `classes('btn', busy && 'busy')`. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
