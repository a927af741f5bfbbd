/** Loops on the wire. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type LoopsRead = Shapes['LoopsRead'];
export type Loop = Shapes['LoopRead'];
export type Step = Shapes['StepRead'];
export type Stage = Step['stage'];
