/** PKs on the wire. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type Rivalry = Shapes['RivalryRead'];
export type RivalryDetail = Shapes['RivalryDetailRead'];
export type RivalryTerm = Shapes['RivalryTermRead'];
export type OnTheWall = Shapes['RivalryOnTheWall'];
export type Metric = RivalryTerm['metric'];
export type Stake = NonNullable<Rivalry['stake']>;
export type PageOf<T> = { items: T[]; next_cursor: string | null };

/** A proposal as it stands in the form; figures as they were typed. */
export interface RivalForm {
  /** Empty: my own last month. */
  rival: string;
  metrics: Metric[];
  first: string;
  last: string;
  stake: Stake;
  learn: string;
  /** Of one metric; empty without one. */
  handicap: string;
  handicapOf: Metric | '';
  handicapFor: 'me' | 'rival';
}
