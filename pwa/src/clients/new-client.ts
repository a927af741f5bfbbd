/** A client as it stands in the form for a new one. Pure. */
import { uuid7 } from '../kit/api/uuid7';
import type { ClientNew, ContactRole } from './wire';

export interface NewClientForm {
  id: string;
  name: string;
  industry: string;
  district: string;
  source: string;
  contact: { id: string; name: string; title: string; role: ContactRole | null };
}

export function blankClient(id: string): NewClientForm {
  const contact = { id: uuid7(), name: '', title: '', role: null };
  return { id, name: '', industry: '', district: '', source: '', contact };
}

/** The draft of the form; or, for Edit, what was sent by another screen. */
export function formOf(kept: NewClientForm | ClientNew): NewClientForm {
  if ('contact' in kept) return kept;
  const blank = blankClient(kept.id);
  const first = kept.contacts?.[0];
  return {
    ...blank,
    name: kept.name,
    industry: kept.industry ?? '',
    district: kept.district ?? '',
    source: kept.source ?? '',
    contact: first ? { ...first, title: first.title ?? '' } : blank.contact,
  };
}

export type Missing = 'name' | 'contactName' | 'role';

/** A contact is worth keeping once it has a name, and then its part in the decision is asked. */
export function whatIsMissing({ name, contact }: NewClientForm): Missing[] {
  const missing: Missing[] = [];
  if (!name.trim()) missing.push('name');
  if (!contact.name.trim() && contact.title.trim()) missing.push('contactName');
  if (contact.name.trim() && !contact.role) missing.push('role');
  return missing;
}

export function clientNewOf(form: NewClientForm): ClientNew {
  return { id: form.id, ...factsOf(form), contacts: contactsOf(form) };
}

export function factsOf({ name, industry, district, source }: NewClientForm) {
  return {
    name: name.trim(),
    industry: orNull(industry),
    district: orNull(district),
    source: orNull(source),
  };
}

export function orNull(text: string): string | null {
  return text.trim() || null;
}

function contactsOf({ contact }: NewClientForm): ClientNew['contacts'] {
  const { id, name, title, role } = contact;
  if (!name.trim()) return [];
  return [{ id, name: name.trim(), title: orNull(title), role: role ?? 'unknown' }];
}
