/** Drills on the wire; the shapes come from the server's own description. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type ClientRef = Shapes['ClientRef'];
export type SheetPart = Shapes['SheetPart'];
export type Purpose = Shapes['Purpose'];

export type DeckRead = Shapes['DeckRead'];
/** `unread`: what its sheet says was never read on this phone, so nothing may be written over it. */
export type DeckItem = Shapes['DeckCardRead'] & { unread?: boolean };
export type DeckVisit = Shapes['DeckVisit'];
export type Reason = Shapes['ReasonRead'];
export type Heard = Shapes['HeardRead'];
export type PersonsEvening = Shapes['PersonsEveningRead'];
export type Postponement = Shapes['PostponementRead'];
export type MovedHere = Shapes['MovedHereRead'];
export type PostponementNew = Shapes['PostponementNew'];
export type PostponeReason = Shapes['PostponeReason'];
export type DayPart = Shapes['DayPart'];
export type Obligation = Shapes['ObligationRead'];
export type Why = Shapes['Why'];
export type Waiting = Shapes['WaitingRead'];
export type Suggested = Shapes['SuggestedRead'];
export type MyEvening = Shapes['MyEveningRead'];

export type Verdict = Shapes['Verdict'];
export type Mark = Shapes['Mark'];
export type PracticePoint = Shapes['PracticePointRead'];
export type ChangeKind = Shapes['ChangeKind'];
export type OwnWords = Shapes['OwnWords'];

export type DrillNew = Shapes['DrillNew'] & { id: string };
export type DrillCard = Shapes['DrillCard'];
export type DrillRead = Shapes['DrillRead'];
/** This phone sends every field, so what it sends shows as what is read. */
export type RoundNew = Omit<Required<Shapes['RoundNew']>, 'boss_card'> & {
  id: string;
  boss_card: BossCard | null;
};
export type RoundRead = Shapes['RoundRead'];
export type BossCard = Shapes['BossCardRead'];
export type LastBoss = Shapes['LastBoss'];
export type Temper = Shapes['Temper'];
export type Mood = Shapes['Mood'];
export type Pressed = Shapes['Pressed'];
export type RoundChange = Partial<Record<OwnWords, string | null>>;
export type Line = Shapes['LineRead'];
export type LineNew = Required<Shapes['LineNew']>;
export type Agreed = Shapes['AgreedRead'];
export type Correction = Shapes['CorrectionRead'];

export type SheetRead = Shapes['SheetRead'];
export type Playbook = Shapes['PlaybookRead'];
export type ObjectionType = Shapes['ObjectionTypeRead'];
export type Behaviour = Shapes['BehaviourRead'];
export type PersonCard = Shapes['PersonCard'];
