/** An evening as tests need it: 小满 with her clients of tomorrow, 启航 and 何静 beside her. */
import { emptySheet } from '../../clients/sheet';
import { dayOf, daysAfter } from '../../kit/i18n/format';
import type { Item } from '../../kit/outbox';
import { xiaoman } from '../../people/testing/backend';
import type { BossForm } from '../boss-card';
import { begin, type Begun, type Play, type SheetToPlay } from '../round';
import type { DeckItem, DeckVisit, DrillRead, RoundRead } from '../wire';

export const me = named(xiaoman.id, '林', '小满', 'Lin Xiaoman');
export const qihang = named('p2', '周', '启航', 'Zhou Qihang');
export const hejing = named('p3', '何', '静', 'He Jing');
export const today = dayOf();
export const tomorrow = daysAfter(today, 1);

function named(id: string, family_name: string, given_name: string, latin_name: string) {
  return { id, family_name, given_name, latin_name };
}

export const sheet: SheetToPlay = {
  ...emptySheet(),
  id: 's1',
  decider: { text: '吴建平，急性子', unknown: false },
  situation: { text: '', unknown: true },
  objections: {
    items: [
      {
        id: 'o1',
        type_key: 'noresult',
        words: '一个单都没有。',
        answer: '谁回询盘？',
        answer_id: null,
      },
      { id: 'o2', type_key: null, words: '再考虑考虑。', answer: '', answer_id: null },
    ],
    unknown: false,
  },
  competitors: { items: [], unknown: true },
  goal: '看去年的询盘',
};

export const bossCard: BossForm = {
  temper: 'hasty',
  mood: 'busy',
  note: '',
  objections: [
    {
      ...{ id: 'o1', typeKey: 'noresult', words: '一个单都没有。', hidden: false },
      ...{ from: 'sheet', on: null },
    },
    {
      ...{ id: 'hidden-partner', typeKey: 'partner', words: '我太太不同意。', hidden: true },
      ...{ from: 'playbook', on: null },
    },
  ],
  movedBy: '',
  goodAnswer: '谁回询盘？',
  isOwn: false,
};

export function begun(other: Partial<Begun> = {}): Begun {
  return {
    cardId: 'v1',
    visitId: 'v1',
    client: { id: 'c1', name: '暖屿灯饰' },
    bossName: '吴建平',
    sheet,
    minutes: 6,
    seats: { rep: me, boss: qihang, observer: null },
    number: 1,
    bossCard,
    ...other,
  };
}

/** A round that is over and judged, started at `at`. */
export function judged(at = new Date()): Play {
  const play = begin(begun());
  return {
    ...play,
    stage: 'verdict',
    startedAt: at.toISOString(),
    endedAt: new Date(at.getTime() + 300_000).toISOString(),
    notes: { ...play.notes, verdict: 'would_meet_again', change: 'ask first' },
  };
}

export function visitOf(id: string, other: Partial<DeckVisit> = {}): DeckVisit {
  return {
    ...{ id, day: tomorrow, planned_time: '10:00', purpose: 'follow_up', aim: null, amount: null },
    ...other,
  };
}

export function cardOf(id: string, other: Partial<DeckItem> = {}): DeckItem {
  return {
    id,
    kind: 'visit',
    visit: visitOf(id),
    reasons: [
      {
        ...{ kind: 'tomorrow', id, origin: { kind: 'visit', id }, on: tomorrow },
        ...{ at: null, said_by: null, type_key: null, words: null, step: null },
      },
    ],
    last_boss: null,
    client: { id: `c-${id}`, name: `Client ${id}` },
    contact: { name: '吴建平', role: 'boss' },
    sheet: { version: 1, answers_ready: 4, missing: [], questions: [] },
    rounds: 0,
    heard: [],
    big_order: false,
    ...other,
  };
}

export function roundOf(id: string, other: Partial<RoundRead> = {}): RoundRead {
  return {
    id,
    number: 1,
    visit_id: 'v1',
    client: { id: 'c1', name: '暖屿灯饰' },
    rep: me,
    boss: qihang,
    observer: null,
    sheet_version_id: 's1',
    sheet: { ...sheet, client_id: 'c1', version: 1, answers_ready: 4, missing: [], questions: [] },
    briefed: true,
    started_at: `${today}T10:40:00Z`,
    seconds: 300,
    verdict: 'would_meet_again',
    key_moment: null,
    rep_words: 'too fast',
    ticks: [],
    keep: null,
    change: null,
    change_kind: null,
    lines: [],
    boss_card: null,
    corrections: [],
    version: 1,
    ...other,
  };
}

export function drillOf(id: string, other: Partial<DrillRead> = {}): DrillRead {
  return {
    id,
    day: today,
    state: 'wrapped',
    started_by: me,
    recorded_by: me,
    people: [me, qihang],
    both_seats: false,
    acknowledged: true,
    wrapped_at: null,
    rounds: [],
    version: 1,
    ...other,
  };
}

export function unsent(other: Partial<Item>): Item {
  return { kind: '', method: 'POST', lane: '', path: '', label: {}, ...other } as Item;
}
