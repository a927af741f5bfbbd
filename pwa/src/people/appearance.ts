/** Light, dark, or as the device has it: a choice of this phone, not of the account. */
import { signal } from '@preact/signals';

export type Appearance = 'device' | 'light' | 'dark';

const KEPT_AS = 'alongside.appearance';

export const appearance = signal<Appearance>(kept());

/** Called once when the app starts, so that the first screen has it. */
export function startAppearance(): void {
  wear(appearance.peek());
}

export function wear(next: Appearance): void {
  appearance.value = next;
  const { dataset } = document.documentElement;
  if (next === 'device') {
    delete dataset.scheme;
    localStorage.removeItem(KEPT_AS);
  } else {
    dataset.scheme = next;
    localStorage.setItem(KEPT_AS, next);
  }
}

function kept(): Appearance {
  const found = localStorage.getItem(KEPT_AS);
  return found === 'light' || found === 'dark' ? found : 'device';
}
