/** Goals on the wire. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type Goal = Shapes['GoalRead'];
export type GoalDetail = Shapes['GoalDetailRead'];
export type Version = Shapes['GoalVersionRead'];
export type Awaiting = Shapes['GoalsAwaitingRead'];
export type FigureRow = Shapes['FigureRowRead'];
export type Forecast = Shapes['ForecastRead'];
export type Factor = Shapes['FactorRead'];
export type Reward = Shapes['RewardRead'];
export type Metric = Goal['metric'];
export type Period = Goal['period'];
export type State = Goal['state'];
export type AdviceKind = Shapes['AdviceRead']['kind'];
export type Correction = Shapes['Correction'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };

/** A proposal as it stands in the form; figures as they were typed. */
export interface GoalForm {
  owner: string;
  period: Period;
  metric: Metric;
  /** The longer goal it is a step of; empty where it stands alone. */
  within?: string;
  target: string;
  stretch: string;
  quality: string;
  why: string;
}

export interface AdviceForm {
  kind: AdviceKind | null;
  words: string;
  step: string;
  how_seen: string;
  due: string;
}

export interface AnswerForm {
  words: string;
  correction: Correction | null;
  step: string;
  how_seen: string;
  due: string;
}
