/** Shares on the wire; so far a share is a tip (诀窍). */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type Share = Shapes['ShareRead'];
export type Origin = Shapes['OriginOfShare'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };

/** As it is told, and as it stands in the form. */
export interface TipForm {
  id: string;
  words: string;
  type_key: string | null;
  origin: Origin | null;
}
