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
  postponement: 'postponement',
  'postponement DELETE': 'takenUpAgain',
  'partner-wish': 'partnerWish',
  'partner-wish DELETE': 'waitNoMore',
  offer: 'offer',
  'offer DELETE': 'offerTakenBack',
  reflection: 'reflection',
  person: 'person',
} as const;

/** Where an item is edited; its form opens with the draft that `openForEdit` has laid there. */
export const editors: Partial<Record<string, (id: string) => string>> = {
  client: (id) => `/clients/new?id=${id}`,
  'client-sheet': (id) => `/clients/${id}/sheet`,
  visit: (id) => `/visits/new?id=${id}`,
  'check-in': (id) => `/visits/${id}/check-in`,
  'reality-check': (id) => `/visits/${id}/check-in`,
  tip: (id) => `/shares?edit=${id}`,
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
