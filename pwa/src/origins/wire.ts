/** Origins on the wire; the shapes come from the server's own description. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type WhereFrom = Shapes['WhereFromRead'];
export type OriginKind = Shapes['OriginKind'];
export type Opens = Shapes['OpensRead'];

export interface Origin {
  kind: OriginKind;
  id: string;
}
