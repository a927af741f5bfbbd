import { computed, signal } from '@preact/signals';
import type { components } from './schema';

/** The person of this phone. Nothing in here is a secret: it is kept so that the app opens offline. */
export type Person = components['schemas']['PersonRead'];

const REMEMBERED = 'alongside.person';

export const me = signal<Person | null>(remembered());

/** Whose items, drafts and caches these are: ids are unique only inside an organisation. */
export const owner = computed(() => (me.value ? ownerOf(me.value) : null));

export function ownerOf(person: Pick<Person, 'id' | 'organisation_id'>): string {
  return `${person.organisation_id}/${person.id}`;
}

export function rememberPerson(person: Person | null): void {
  if (person) localStorage.setItem(REMEMBERED, JSON.stringify(person));
  else localStorage.removeItem(REMEMBERED);
  me.value = person;
}

/** Another tab signed in or out: this one follows, before it shows or sends anything more. */
export function followOtherTabs(changed: () => void): void {
  addEventListener('storage', (event) => {
    if (event.key !== REMEMBERED && event.key !== null) return;
    const before = owner.peek();
    me.value = remembered();
    if (owner.peek() !== before) changed();
  });
}

function remembered(): Person | null {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null') as Person | null;
  } catch {
    return null; // half-written by a crash: signing in again writes it anew
  }
}
