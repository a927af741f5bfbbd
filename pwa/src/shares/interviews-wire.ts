/** Pair interviews on the wire. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type Interview = Shapes['PairInterviewRead'];
export type InterviewDetail = Shapes['PairInterviewDetailRead'];
export type Seat = Shapes['InterviewSeatRead'];
export type Worksheet = Shapes['WorksheetNew'];
export type Counts = Shapes['InterviewCountsRead'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };
