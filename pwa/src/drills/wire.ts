/** Drills on the wire; the shapes come from the server's own description. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type ClientRef = Shapes['ClientRef'];
export type SheetPart = Shapes['SheetPart'];
export type Purpose = Shapes['Purpose'];

export type DeckRead = Shapes['DeckRead'];
export type DeckItem = Shapes['DeckItem'];
export type Heard = Shapes['HeardRead'];

export type Verdict = Shapes['Verdict'];
export type Mark = Shapes['Mark'];
export type ChangeKind = Shapes['ChangeKind'];
export type OwnWords = Shapes['OwnWords'];

export type DrillNew = Shapes['DrillNew'] & { id: string };
export type DrillCard = Shapes['DrillCard'];
export type DrillRead = Shapes['DrillRead'];
export type RoundNew = Required<Shapes['RoundNew']> & { id: string };
export type RoundRead = Shapes['RoundRead'];
export type RoundChange = Partial<Record<OwnWords, string | null>>;
export type Line = Shapes['LineRead'];
export type Correction = Shapes['CorrectionRead'];

export type SheetRead = Shapes['SheetRead'];
export type Playbook = Shapes['PlaybookRead'];
export type ObjectionType = Shapes['ObjectionTypeRead'];
export type Behaviour = Shapes['BehaviourRead'];
export type PersonCard = Shapes['PersonCard'];
