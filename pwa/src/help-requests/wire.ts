/** Help requests on the wire. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type Line = Shapes['HelpRequestLine'];
export type Request = Shapes['HelpRequestRead'];
export type Beside = Shapes['HelpBesideRead'];
export type ClientBeside = Shapes['ClientBesideRead'];
export type CouldHelp = Shapes['CouldHelpRead'];
export type Answer = Shapes['HelpAnswerRead'];
export type RequestNew = Shapes['HelpRequestNew'] & { id: string };
export type AnswerNew = Shapes['HelpAnswerNew'] & { id: string };
export type Rising = Shapes['RisingRead'];
export type Kind = Line['kind'];
export type Needed = Line['needed'];
export type WantedHelp = NonNullable<Line['wanted']>;
export type Audience = Line['audience'];
export type Helped = NonNullable<Request['helped']>;
export type Offer = Answer['offers'];
export type Correction = NonNullable<Answer['correction']>;
export type HarvestKind = Shapes['HarvestRead']['kind'];
export type PersonRef = Shapes['PersonRef'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };

/** What becomes of it, as it stands in the form. */
export interface HarvestForm {
  kind: HarvestKind | null;
  words: string;
}
