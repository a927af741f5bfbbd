/** Promises on the wire. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type Commitment = Shapes['CommitmentRead'];
export type Ledger = Shapes['LedgerRead'];
export type Owed = Shapes['OwedRead'];
export type Outcome = Shapes['OutcomeNew']['outcome'];
export type Correction = Shapes['Correction'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };

export type Evidence = Shapes['PromiseEvidenceRead'];
export type EvidenceRow = Shapes['EvidenceRow'];
export type Reply = Shapes['ReplyRead'];

/** How it went, as it stands in the form; `evidence` is the id of the chosen record, '' for none. */
export interface SettleForm {
  outcome: Outcome | null;
  reason: string;
  evidence: string;
}

/** Another day, as it stands in the form. */
export interface MoveForm {
  due: string;
  why: string;
}
