/**
 * The check-in as it stands in the form, and what becomes of it. Pure: the screen shows it, the
 * actions send it.
 */
import { uuid7 } from '../kit/api/uuid7';
import { minorUnits, type Money } from '../kit/i18n/format';
import type {
  CheckInNew,
  CheckInRead,
  CheckInSaid,
  Contact,
  MetRole,
  NextStep,
  ObjectionHeard,
  Outcome,
  Purpose,
} from './wire';

export const MOST_OBJECTIONS = 3;
export const CURRENCY = 'CNY';

/** Whom the rep met: a contact we know, or somebody else by name. */
export interface Met {
  contact: Contact | null;
  name: string;
  role: MetRole;
}

export interface CheckInForm {
  /** Null: as it was planned, or as it is taken to be. */
  purpose: Purpose | null;
  outcome: Outcome | null;
  objections: ObjectionChosen[];
  nextStep: NextStep | null;
  nextStepText: string;
  nextOn: string | null;
  /** As typed, in whole units of the currency. */
  amount: string;
  /** `expected` is the contact the visit was planned for. */
  met: Met | 'expected' | null;
  competitor: string;
  confidence: number | null;
  note: string;
  wantsHelp: boolean;
  helpWords: string;
}

/** `words` are the client's own, as heard. */
export interface ObjectionChosen {
  id: string;
  typeKey: string | null;
  words: string;
}

export type Missing = 'outcome' | 'nextStep' | 'nextOn' | 'amount' | 'amountUnclear' | 'words';

/** Only a dated next step of the client's makes it "advanced"; money needs its sum. */
export function whatIsMissing(form: CheckInForm): Missing[] {
  const missing: Missing[] = [];
  if (!form.outcome) missing.push('outcome');
  if (form.objections.some((heard) => !heard.typeKey && !heard.words.trim())) missing.push('words');
  if (form.outcome === 'advanced' && !form.nextStep) missing.push('nextStep');
  if (form.outcome === 'advanced' && !form.nextOn) missing.push('nextOn');
  const amount = amountOf(form);
  const nothing = !form.amount.trim() || amount?.amount_minor === 0;
  if (needsAmount(form.outcome) && nothing) missing.push('amount');
  else if (form.amount.trim() && !amount) missing.push('amountUnclear');
  return missing;
}

export function needsAmount(outcome: Outcome | null): boolean {
  return outcome === 'signed' || outcome === 'paid';
}

/** Nobody expects an order where nobody was met or the client said no. */
export function mayHaveAmount(outcome: Outcome | null): boolean {
  return outcome !== null && outcome !== 'nobody_met' && outcome !== 'lost';
}

/** Behind a locked door there is nobody who says anything. */
export function heardSomebody(outcome: Outcome | null): boolean {
  return outcome !== 'nobody_met';
}

export const blankForm: Readonly<CheckInForm> = {
  purpose: null,
  outcome: null,
  objections: [],
  nextStep: null,
  nextStepText: '',
  nextOn: null,
  amount: '',
  met: 'expected',
  competitor: '',
  confidence: null,
  note: '',
  wantsHelp: false,
  helpWords: '',
};

export function whoWasMet(form: CheckInForm, expected: Contact | null): Met | null {
  if (form.met !== 'expected') return form.met;
  return expected && metContact(expected);
}

/** Who decides, or the only one we know. */
export function expectedOf(contacts: readonly Contact[]): Contact | null {
  const boss = contacts.find(({ role }) => role === 'boss');
  return boss ?? (contacts.length === 1 ? (contacts[0] ?? null) : null);
}

export function metContact(contact: Contact): Met {
  return { contact, name: contact.name, role: contact.role };
}

export function formOf(said: CheckInRead): CheckInForm {
  return {
    purpose: said.purpose,
    outcome: said.outcome,
    objections: said.objections.map((heard) => ({
      id: heard.id,
      typeKey: heard.type_key,
      words: heard.words ?? '',
    })),
    nextStep: said.next_step,
    nextStepText: said.next_step_text ?? '',
    nextOn: said.next_on,
    amount: said.amount ? String(said.amount.amount_minor / 100) : '',
    met: metOf(said),
    competitor: said.competitor ?? '',
    confidence: said.confidence_before,
    note: said.note ?? '',
    wantsHelp: said.wants_help,
    helpWords: said.help_words ?? '',
  };
}

function metOf(said: CheckInRead): Met | null {
  const { met_contact_id: id, met_name, met_role } = said;
  if (!id && !met_name && !met_role) return null;
  const [name, role] = [met_name ?? '', met_role ?? 'unknown'];
  return { contact: id ? { id, name, title: null, role } : null, name, role };
}

/** Takes the fourth for what it is: null, so that the screen can say that three are enough. */
export function withObjection(form: CheckInForm, typeKey: string | null): CheckInForm | null {
  if (form.objections.length >= MOST_OBJECTIONS) return null;
  const heard = { id: uuid7(), typeKey, words: '' };
  return { ...form, objections: [...form.objections, heard] };
}

export function withoutObjection(form: CheckInForm, id: string): CheckInForm {
  return { ...form, objections: form.objections.filter((heard) => heard.id !== id) };
}

export function withWords(form: CheckInForm, id: string, words: string): CheckInForm {
  const objections = form.objections.map((heard) =>
    heard.id === id ? { ...heard, words } : heard,
  );
  return { ...form, objections };
}

/** What stands where the form says nothing of its own. */
export interface Planned {
  purpose: Purpose;
  expected: Contact | null;
}

export interface Occasion extends Planned {
  clientId: string;
  happenedAt: string;
}

export function checkInOf(form: CheckInForm, occasion: Occasion): CheckInNew {
  return {
    client_id: occasion.clientId,
    happened_at: occasion.happenedAt,
    ...saidIn(form, occasion),
  };
}

/** What is hidden by the outcome is not sent, also when it was typed before the outcome changed. */
export function saidIn(form: CheckInForm, { purpose, expected }: Planned): CheckInSaid {
  if (!form.outcome) throw new TypeError('a check-in has an outcome');
  const heard = heardSomebody(form.outcome);
  const met = heard ? whoWasMet(form, expected) : null;
  return {
    purpose: form.purpose ?? purpose,
    outcome: form.outcome,
    objections: heard ? form.objections.map(objectionOf) : [],
    next_step: form.nextStep,
    next_step_text: form.nextStep === 'other' ? orNull(form.nextStepText) : null,
    next_on: form.nextOn,
    amount: mayHaveAmount(form.outcome) ? amountOf(form) : null,
    met_contact_id: met?.contact?.id ?? null,
    met_name: orNull(met?.name ?? ''),
    met_role: met && (met.contact ?? met.name.trim()) ? met.role : null,
    competitor: heard ? orNull(form.competitor) : null,
    confidence_before: form.confidence,
    note: orNull(form.note),
    wants_help: form.wantsHelp,
    help_words: form.wantsHelp ? orNull(form.helpWords) : null,
  };
}

/** The merge patch that turns what is stored into what stands in the form. */
export function changesIn(
  form: CheckInForm,
  stored: CheckInRead,
  planned: Planned,
): Partial<CheckInSaid> {
  const before = saidIn(formOf(stored), { ...planned, expected: null });
  const now = Object.entries(saidIn(form, planned)) as [keyof CheckInSaid, unknown][];
  return Object.fromEntries(
    now.filter(([field, value]) => JSON.stringify(before[field]) !== JSON.stringify(value)),
  );
}

function objectionOf({ id, typeKey, words }: ObjectionChosen): ObjectionHeard {
  return { id, type_key: typeKey, words: orNull(words) };
}

function amountOf(form: CheckInForm): Money | null {
  const minor = minorUnits(form.amount, CURRENCY);
  return minor === null ? null : { amount_minor: minor, currency: CURRENCY };
}

function orNull(text: string): string | null {
  return text.trim() || null;
}
