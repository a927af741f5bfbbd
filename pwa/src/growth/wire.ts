/** A growth file on the wire; the shapes come from the server's own description. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type Growth = Shapes['GrowthRead'];
export type Trend = Shapes['BehaviourTrendRead'];
export type Promises = Shapes['PromisesRead'];
