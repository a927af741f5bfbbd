/** In which order ride-alongs stand, and how far each one is, in words. Pure. */
import { callName } from '../kit/i18n/names';
import type { RideCard } from './wire';
import { t } from './words';

interface Around {
  me: string;
  today: string;
}

export type GroupName = 'toDebrief' | 'asked' | 'toCome' | 'before' | 'others';

export interface Group {
  name: GroupName;
  rides: RideCard[];
}

const ORDER: readonly GroupName[] = ['toDebrief', 'asked', 'toCome', 'before', 'others'];

/** What waits for somebody first; days to come with the nearest first, days past with the latest. */
export function groupsOf(rides: readonly RideCard[], around: Around): Group[] {
  return ORDER.map((name) => {
    const found = rides.filter((ride) => groupOf(ride, around) === name);
    const ahead = name === 'toCome' || name === 'asked';
    return { name, rides: ahead ? [...found].sort(byDay) : found };
  }).filter((group) => group.rides.length > 0);
}

function groupOf(ride: RideCard, { me, today }: Around): GroupName {
  if (ride.mentor.id !== me && ride.apprentice.id !== me) return 'others';
  if (ride.state === 'withdrawn') return 'before';
  if (ride.state === 'requested') return ride.day < today ? 'before' : 'asked';
  if (ride.state === 'agreed' || ride.state === 'followed_up') return 'before';
  if (ride.state === 'debriefing' || ride.day < today) return 'toDebrief';
  return 'toCome';
}

export function stateInWords(ride: RideCard, { me, today }: Around): string {
  const { state, mentor, apprentice } = ride;
  const other = callName(mentor.id === me ? apprentice : mentor);
  switch (state) {
    case 'requested':
      if (mentor.id !== me && apprentice.id !== me) return t('stateRequested');
      return ride.asked_by_id === me
        ? t('stateRequestedMine', { name: other })
        : t('stateRequestedYours');
    case 'withdrawn':
      return t('stateWithdrawn');
    case 'accepted':
      return t(apprentice.id === me ? 'stateAcceptedMine' : 'stateAccepted');
    case 'prepared':
      return t('statePrepared');
    case 'in_field':
      return t(ride.day < today ? 'stateInFieldPast' : 'stateInField');
    case 'debriefing':
      return t('stateDebriefing', { name: callName(apprentice) });
    case 'agreed':
      return t('stateAgreed');
    case 'followed_up':
      return t('stateFollowedUp');
  }
}

function byDay(one: RideCard, other: RideCard): number {
  return one.day.localeCompare(other.day) || one.id.localeCompare(other.id);
}
