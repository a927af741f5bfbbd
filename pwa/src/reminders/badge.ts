/** A dot on the app's icon while something is unseen; a number would count somebody. */
export function showBadge(unseen: boolean): void {
  const { setAppBadge, clearAppBadge } = navigator as Partial<Navigator>;
  // Refused where the app is not installed, which is no fault.
  const asked = unseen ? setAppBadge?.call(navigator) : clearAppBadge?.call(navigator);
  asked?.catch(() => undefined);
}
