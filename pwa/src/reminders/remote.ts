/** The only file of reminders that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type {
  PageOf,
  PushSubscriptionGiven,
  Reminder,
  ReminderSettings,
  Robot,
  RobotGiven,
} from './wire';

const LIST = '/api/v1/reminders';

export const addresses = {
  seen: (id: string) => `${LIST}/${id}/seen`,
  allSeen: `${LIST}/seen`,
  settings: '/api/v1/me/reminder-settings',
};

export const REMINDERS = 'reminders';
export const SETTINGS = 'reminder-settings';

export function readReminders(cursor: string | null = null): Promise<PageOf<Reminder>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/reminders', { params: { query } }));
}

export function useReminders(): Resource<PageOf<Reminder>> {
  return useResource(REMINDERS, () => readReminders());
}

export function useReminderSettings(): Resource<ReminderSettings> {
  return useResource(SETTINGS, () => got(api.GET('/api/v1/me/reminder-settings')));
}

export async function serverKey(): Promise<string> {
  return (await got(api.GET('/api/v1/push/key'))).key;
}

export async function putSubscription(id: string, body: PushSubscriptionGiven): Promise<void> {
  const params = { path: { subscription_id: id } };
  await got(api.PUT('/api/v1/push/subscriptions/{subscription_id}', { params, body }));
}

export async function removeSubscription(id: string): Promise<void> {
  const params = { path: { subscription_id: id } };
  await got(api.DELETE('/api/v1/push/subscriptions/{subscription_id}', { params }));
}

export function readRobots(cursor: string | null = null): Promise<PageOf<Robot>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/robots', { params: { query } }));
}

export function useRobots(): Resource<PageOf<Robot>> {
  return useResource('robots', () => readRobots());
}

export function putRobot(id: string, body: RobotGiven): Promise<Robot> {
  return got(api.PUT('/api/v1/robots/{robot_id}', { params: { path: { robot_id: id } }, body }));
}

export async function removeRobot(id: string): Promise<void> {
  await got(api.DELETE('/api/v1/robots/{robot_id}', { params: { path: { robot_id: id } } }));
}
