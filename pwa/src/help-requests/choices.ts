/** The answers of the form, in the order in which they are offered. */
import type { Audience, Correction, Helped, Kind, Needed, WantedHelp } from './wire';

export const kinds: readonly Kind[] = ['client', 'knowledge', 'price', 'resource', 'personal'];
export const times: readonly Needed[] = ['now', 'tonight', 'week'];
export const wishes: readonly WantedHelp[] = [
  'advice',
  'answer',
  'decision',
  'ride_along',
  'drill',
];
export const audiences: readonly Audience[] = ['manager', 'mentor', 'team'];
export const corrections: readonly Correction[] = ['direction', 'method', 'knowledge', 'skill'];
export const outcomes: readonly Helped[] = ['yes', 'partly', 'no'];
