/** The pulse on the wire; the shapes come from the server's own description. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type Pulse = Shapes['PulseRead'];
export type PulseMonth = Shapes['PulseMonthRead'];
export type PulseCounts = Shapes['PulseCountsRead'];
export type PulseAnswers = Shapes['PulseAnswers'];
export type PulseAnswer = Shapes['PulseAnswer'];
