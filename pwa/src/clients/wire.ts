/** Clients and their sheets on the wire; the shapes come from the server's own description. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type ContactRole = Shapes['ContactRole'];
export type ExportsNow = Shapes['ExportsNow'];
export type SheetPart = Shapes['SheetPart'];

export type Contact = Shapes['ContactRead'];
export type ClientCard = Shapes['ClientCard'];
export type ClientRead = Shapes['ClientRead'];
/** Another screen may bear a client with nothing but its name. */
export type ClientNew = Partial<Omit<Shapes['ClientNew'], 'contacts'>> & {
  id: string;
  name: string;
  contacts?: Contact[];
};

/** What a rep says about a company; everything but its name may be left open. */
export type Facts = Pick<
  ClientRead,
  'name' | 'industry' | 'district' | 'size' | 'exports_now' | 'channels' | 'grade' | 'source'
>;

/** `unknown` is an answer too: will ask at the visit. */
export type TextAnswer = Shapes['TextAnswer'];

/** `words` are the client's own. */
export type ObjectionExpected = Shapes['ObjectionExpectedRead'];
export type CompetitorHeard = Shapes['CompetitorHeard'];

/** The client sheet 客户分析 as a person writes it. */
export interface SheetContent {
  decider: TextAnswer;
  situation: TextAnswer;
  objections: { items: ObjectionExpected[]; unknown: boolean };
  competitors: { items: CompetitorHeard[]; unknown: boolean };
  goal: string;
  amount: Shapes['Money'] | null;
  fall_back: string;
}

export interface SheetNew extends SheetContent {
  id: string;
}

/** Version 0: nobody has begun it. */
export type SheetRead = Shapes['SheetRead'];

export type Playbook = Shapes['PlaybookRead'];
export type ObjectionType = Shapes['ObjectionTypeRead'];
export type BestAnswer = Shapes['AnswerBest'];
export type Visit = Shapes['VisitRead'];
export type CompetitorNote = Shapes['CompetitorNoteRead'];
export type Deal = Shapes['DealRead'];
/** Of two or three people; asked for one client, its rounds are that client's. */
export type Evening = Shapes['DrillCard'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };
