/** The organisation on the wire; the shapes come from the server's own description. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type Organisation = Shapes['OrganisationRead'];
export type OrganisationChange = Shapes['OrganisationChange'];
export type Grade = Shapes['Grade'];
export type OrganisationToday = Shapes['OrganisationTodayRead'];
export type NeedsLook = Shapes['NeedsLookRead'];
export type CalendarDay = Shapes['CalendarDayRead'];
export type Team = Shapes['TeamRead'];
export type TeamNew = Shapes['TeamNew'];
export type TeamChange = Shapes['TeamChange'];
export type Rung = Organisation['rungs'][number];
