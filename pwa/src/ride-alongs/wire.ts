/** Ride-alongs on the wire. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type RideCard = Shapes['RideCard'];
export type RideAlong = Shapes['RideAlongRead'];
export type RideVisit = Shapes['RideVisitRead'];
export type RungChoice = Shapes['RungChoiceRead'];
export type Moment = Shapes['MomentRead'];
export type Rescue = Shapes['RescueRead'];
export type Curbside = Shapes['CurbsideRead'];
export type Watched = Shapes['WatchedRead'];
export type Practised = Shapes['RideBesideRead'];
export type Debrief = Shapes['DebriefRead'];
export type DebriefFields = Shapes['DebriefFields'];
export type DebriefVersion = Shapes['DebriefVersionRead'];
export type Preparation = Shapes['PreparationRead'];
export type Ladder = Shapes['LadderRead'];
export type SkillRung = Shapes['SkillRung'];
export type SeenAt = Shapes['SeenAtRead'];
export type RungMove = Shapes['RungMoveRead'];
export type Skill = Shapes['SkillRead'];
export type Playbook = Shapes['PlaybookRead'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };

export type Rung = RungChoice['rung'];
export type Leads = RungChoice['leads'];
export type Tag = Moment['tag'];
export type Purpose = NonNullable<RideAlong['purpose']>;
export type WhyRescued = Rescue['why'];
export type Correction = NonNullable<DebriefFields['correction']>;

export type RideAlongNew = Shapes['RideAlongNew'];
export type PreparationGiven = Shapes['PreparationGiven'];
export type RideMoveGiven = Shapes['RideMoveGiven'];
export type RungGiven = Shapes['RungGiven'];
export type MomentNew = Shapes['MomentNew'];
export type RescueNew = Shapes['RescueNew'];
export type CurbsideNew = Shapes['CurbsideNew'];
export type DebriefGiven = Shapes['DebriefGiven'];
export type AcknowledgementGiven = Shapes['AcknowledgementGiven'];
export type RungMoveNew = Shapes['RungMoveNew'];
