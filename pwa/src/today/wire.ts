/** The rep's day on the wire. */
import type { components } from '../kit/api/schema';

type Schemas = components['schemas'];

export type TodayRead = Schemas['TodayRead'];
export type TodayCard = Schemas['TodayCard'];
export type Prep = Schemas['PrepRead'];
export type PersonRef = Schemas['PersonRef'];
export type SheetPart = Schemas['SheetPart'];
export type RecordedForYou = Schemas['RecordedForYou'];
