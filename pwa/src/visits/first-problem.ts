/** After a save that lacks something: brings the first question that is open into view. */
export function showFirstProblem(): void {
  requestAnimationFrame(() => {
    const place = document.querySelector('main .problem')?.closest('fieldset, .field');
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
  });
}
