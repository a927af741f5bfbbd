/** Reminders on the wire; the shapes come from the server's own description. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type Reminder = Shapes['ReminderRead'];
export type Kind = Shapes['ReminderKind'];
export type ReminderSettings = Shapes['ReminderSettingsRead'];
export type PushSubscriptionGiven = Shapes['PushSubscriptionGiven'];
export type Robot = Shapes['RobotRead'];
export type RobotGiven = Shapes['RobotGiven'];

export interface PageOf<T> {
  items: T[];
  next_cursor: string | null;
}
