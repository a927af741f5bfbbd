/** Reviews on the wire. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type ReviewCard = Shapes['ReviewCard'];
export type Review = Shapes['ReviewRead'];
export type ReviewKind = Shapes['ReviewKind'];
export type Ask = Shapes['AskRead'];
export type Fact = Shapes['FactRead'];
export type FactLink = Shapes['LinkRead'];
export type FactPart = Shapes['FactPart'];
export type PromiseRead = Shapes['PromiseRead'];
export type PromiseNew = Shapes['PromiseNew'];
export type Correction = Shapes['Correction'];
export type Question = Shapes['QuestionOfReview'];
export type BankQuestion = Shapes['QuestionRead'];
export type Agreement = Shapes['AgreementRead'];
export type Taps = Pick<Shapes['AgreementsRead'], 'promises_version' | 'agreements' | 'agreed_at'>;
export type LastTime = Shapes['LastTimeRead'];
export type PersonsPart = Shapes['PersonsPart'];
export type HostsPart = Shapes['HostsPart'];
export type ClientCard = Shapes['ClientCard'];
export type Series = Shapes['SeriesRead'];
export type SeriesNew = Shapes['SeriesNew'];
export type SeriesChange = Shapes['SeriesChange'];
export type Counts = Shapes['ReviewCountsRead'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };
