/** What a visit is on the wire; the shapes are generated from the API's own description. */
import type { components } from '../kit/api/schema';

type Schemas = components['schemas'];

export type VisitRead = Schemas['VisitRead'];
export type CheckInRead = Schemas['CheckInRead'];
export type CheckInNew = Required<Schemas['CheckInNew']>;
/** What a check-in says; all of it can be changed later. */
export type CheckInSaid = Omit<CheckInNew, 'client_id' | 'happened_at'>;
export type ObjectionHeard = Required<Schemas['ObjectionNew']>;
export type RealityCheckNew = Schemas['RealityCheckNew'];
export type RealityItemNew = Required<Schemas['RealityItemNew']> & { id: string };
/** With the evenings on which it comes back. */
export type RealityItem = Schemas['RealityItemRead'];
export type Result = Schemas['Result'];
export type Amendment = Schemas['AmendmentRead'];
/** With the id it was born with on this phone. */
export type VisitNew = Required<Schemas['VisitNew']> & { id: string };
export type Move = Required<Schemas['MoveNew']> & { id: string };

export type Purpose = Schemas['Purpose'];
export type Outcome = Schemas['CheckInRead']['outcome'];
export type NextStep = Schemas['NextStep'];
export type MetRole = Schemas['MetRole'];
export type ClientRef = Schemas['ClientRef'];
export type Contact = Schemas['CardContact'];
export type CalendarDay = Schemas['CalendarDayRead'];
