/** How the things people send are called, and where each is written. */
import type { Item } from '../kit/outbox';
import { t } from './words';

/** A change of a record is told apart from its birth where people would. */
const TITLES = {
  client: 'client',
  'client-change': 'clientChange',
  'client-sheet': 'clientSheet',
  contact: 'contact',
  visit: 'visit',
  'visit PATCH': 'visitChange',
  'check-in': 'checkIn',
  'check-in PATCH': 'checkInChange',
  'voice-note': 'voiceNote',
  'voice-note DELETE': 'voiceNoteAway',
  'reality-check': 'realityCheck',
  move: 'move',
  cancellation: 'cancellation',
  drill: 'drill',
  'drill PUT': 'wrap',
  round: 'round',
  'round PATCH': 'correction',
  acknowledgement: 'acknowledgement',
  answer: 'answer',
  'answer PATCH': 'answerChange',
  'answer PUT': 'answerCheck',
  tip: 'tip',
  'tip PATCH': 'tipChange',
  'tip DELETE': 'tipWithdrawn',
  share: 'share',
  'share PATCH': 'shareChange',
  'share DELETE': 'shareWithdrawn',
  'share-tap': 'shareTap',
  'share-offer': 'shareOffer',
  'case-use': 'caseUse',
  postponement: 'postponement',
  'postponement DELETE': 'takenUpAgain',
  'partner-wish': 'partnerWish',
  'partner-wish DELETE': 'waitNoMore',
  offer: 'offer',
  'offer DELETE': 'offerTakenBack',
  reflection: 'reflection',
  'promise-outcome': 'promiseOutcome',
  'promise-day': 'promiseDay',
  goal: 'goal',
  'goal-change': 'goalChange',
  'goal-agreement': 'goalAgreement',
  advice: 'advice',
  'advice-answer': 'adviceAnswer',
  reward: 'reward',
  person: 'person',
  help: 'helpAsked',
  'help-voice-note': 'helpVoiceNote',
  'help-answer': 'helpAnswer',
  'help-seen': 'helpSeen',
  'help-helper': 'helpHelper',
  'help-tried': 'helpTried',
  'help-outcome': 'helpOutcome',
  'review-part': 'reviewPart',
  'review-notes': 'reviewNotes',
  'review-session': 'reviewSession',
  'review-answer': 'reviewAnswer',
  'review-promises': 'reviewPromises',
  'review-agreement': 'reviewAgreement',
  'review-day': 'reviewDay',
  'review-skip': 'reviewSkip',
  'review-proposal': 'reviewProposal',
  'commitment-outcome': 'promiseOutcome',
  'ride-along': 'rideAlong',
  'ride-accepted': 'rideAccepted',
  'ride-prepared': 'ridePrepared',
  'ride-moved': 'rideMoved',
  'ride-shared': 'rideShared',
  'ride-rung': 'rideRung',
  moment: 'moment',
  rescue: 'rescue',
  curbside: 'curbside',
  'curbside-voice': 'voiceNote',
  watched: 'watched',
  replay: 'replay',
  debrief: 'debrief',
  'debrief-answer': 'debriefAnswer',
  'rung-move': 'rungMove',
  'reminder-seen': 'reminderSeen',
  'reminders-seen': 'reminderSeen',
  'reminder-settings': 'reminderSettings',
} as const;

/** Where an item is edited; its form opens with the draft that `openForEdit` has laid there. */
export const editors: Partial<Record<string, (id: string) => string>> = {
  client: (id) => `/clients/new?id=${id}`,
  'client-sheet': (id) => `/clients/${id}/sheet`,
  visit: (id) => `/visits/new?id=${id}`,
  'check-in': (id) => `/visits/${id}/check-in`,
  'reality-check': (id) => `/visits/${id}/check-in`,
  tip: (id) => `/shares?edit=${id}`,
  share: (id) => `/shares/${id}/write`,
  debrief: (id) => `/ride-alongs/${id}/debrief`,
  'promise-outcome': (id) => `/promises?promise=${id}`,
  goal: () => '/goals?new',
  'goal-change': (id) => `/goals/${id}?change`,
  advice: (id) => `/goals/${id}?advise`,
  'advice-answer': (id) => `/goals/${id}?answer`,
  reward: (id) => `/goals/${id}?thank`,
};

/** "Nuanyu Lighting · check-in" */
export function titleOf(item: Item): string {
  const kind = t(wordOf(`${item.kind} ${item.method}`) ?? wordOf(item.kind) ?? 'record');
  return item.label.client ? t('titled', { client: item.label.client, kind }) : kind;
}

function wordOf(kind: string) {
  return kind in TITLES ? TITLES[kind as keyof typeof TITLES] : null;
}

/** Lanes are called after their record: `visit:ID`. */
export function editorOf(item: Item): string | null {
  if (item.method === 'DELETE') return null;
  const id = item.lane.slice(item.lane.indexOf(':') + 1);
  return editors[item.kind]?.(id) ?? null;
}
