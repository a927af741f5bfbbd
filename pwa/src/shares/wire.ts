/** Shares and cases on the wire. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type Share = Shapes['ShareRead'];
export type ShareDetail = Shapes['ShareDetailRead'];
export type ShareKind = Shapes['ShareKind'];
export type PartKey = Shapes['PartKey'];
export type Part = Shapes['PartRead'];
export type PartToTell = Shapes['PartToTell'];
export type Figure = Shapes['FigureOfShare'];
export type TapKind = Shapes['TapKind'];
export type Origin = Shapes['OriginOfShare'];
export type Case = Shapes['CaseRead'];
export type CaseDetail = Shapes['CaseDetailRead'];
export type CaseDraft = Shapes['CaseDraftRead'];
export type CaseChange = Partial<Shapes['CaseChange']>;
export type CaseNew = Shapes['CaseNew'];
export type CaseTag = Shapes['TagOfCase'];
export type MyCaseUse = Shapes['MyCaseUseRead'];
export type Suggested = Shapes['SuggestedCaseRead'];
export type Try = Shapes['TryRead'];
export type Tried = Shapes['TriedRead'];
export type ClientRef = Shapes['ClientRef'];
export type UseResult = Shapes['UseResult'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };

/** As it is told, and as it stands in the form. */
export interface TipForm {
  id: string;
  words: string;
  type_key: string | null;
  origin: Origin | null;
}

/** A share in parts while it is written: what is empty is not sent. */
export interface PartsForm {
  words: string;
  said: Partial<Record<PartKey, string>>;
}
