/** Training on the wire. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type SessionCard = Shapes['SessionCard'];
export type Session = Shapes['SessionRead'];
export type SessionNew = Shapes['TrainingSessionNew'];
export type SessionChange = Shapes['SessionChange'];
export type TopicClass = Shapes['TopicClass'];
export type Point = Shapes['PointGiven'];
export type Attendance = Shapes['AttendanceRead'];
export type AttendanceNew = Shapes['AttendanceGiven'];
export type Evidence = Shapes['EvidenceRead'];
export type EvidenceNew = Shapes['EvidenceNew'] & { id: string };
export type PracticeNew = Shapes['PracticeGiven'];
export type SkipNew = Shapes['SessionSkip'];
export type Topic = Shapes['TopicRead'];
export type TopicNew = Shapes['TopicNew'] & { id: string };
export type Decision = Shapes['DecisionGiven'];
export type Camp = Shapes['CampRead'];
export type CampCard = Shapes['CampCard'];
export type CampDay = Shapes['CampDayRead'];
export type CampDayNew = Shapes['CampDayGiven'];
export type CampLink = Shapes['CampLinkRead'];
export type Dimension = Shapes['CampDimension'];
export type ShowNew = Shapes['CampShowGiven'];
export type TemplateDay = Shapes['TemplateDayRead'];
export type TemplateDayChange = Shapes['TemplateDayChange'];
export type Coverage = Shapes['CoverageRead'];
export type Subject = Shapes['SubjectRead'];
export type NotYet = Shapes['NotYetRead'];
export type TeamCoverage = Shapes['TeamCoverageRead'];
export type Series = Shapes['TrainingSeriesRead'];
export type SeriesNew = Shapes['TrainingSeriesNew'];
export type SeriesChange = Shapes['TrainingSeriesChange'];
export type SeriesDate = Shapes['DateOfSeries'];
export type PlanCard = Shapes['TrainingPlanCard'];
export type Plan = Shapes['TrainingPlanRead'];
export type PlanNew = Shapes['TrainingPlanNew'];
export type PlannedTopic = Shapes['PlannedTopicRead'];
export type TopicGiven = Shapes['PlannedTopicGiven'];
export type ClassOfTopic = Shapes['ClassOfTopic'];
export type Material = Shapes['MaterialRead'];
export type WholeMaterial = Shapes['MaterialWhole'];
export type MaterialNew = Shapes['MaterialNew'];
export type MaterialChange = Shapes['MaterialChange'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };

/** Something of one's own in which it can have been tried; `whom` is the client, or the rep who was coached. */
export interface Try {
  kind: Evidence['origin']['kind'];
  id: string;
  whom: string;
  day: string;
}
