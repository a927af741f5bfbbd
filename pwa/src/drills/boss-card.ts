/**
 * The boss's secret card, as it is suggested and as the boss changes it. Pure: the same client and
 * the same round give the same card, so that a phone that died shows it again.
 */
import type { KnownType } from '../clients/objection-types';
import type { SheetContent } from '../clients/wire';
import { kindsIn } from './kept';
import { isSameObjection, MOST_WORDS } from './lines';
import type { BossCard, Heard, LastBoss, Mood, Pressed, Temper } from './wire';

/** Three are enough: more make a boss harder than the real one (domain §2.4). */
export const MOST_OBJECTIONS = 3;
export const TEMPERS: readonly Temper[] = ['hasty', 'careful', 'friendly', 'silent', 'proud'];
export const MOODS: readonly Mood[] = ['busy', 'calm', 'annoyed', 'tired', 'curious'];

export interface BossSays {
  /** Of this card only; a round is sent with ids of its own. */
  id: string;
  typeKey: string | null;
  words: string;
  /** The rep does not know that it comes. */
  hidden: boolean;
  /** `own`: the boss has thought of it. */
  from: 'heard' | 'sheet' | 'playbook' | 'own';
  /** The day on which it was heard. */
  on: string | null;
}

export interface BossForm {
  temper: Temper | null;
  mood: Mood | null;
  note: string;
  objections: BossSays[];
  /** What counts as a good answer, in the boss's own words; blank, it is the suggested one. */
  movedBy: string;
  goodAnswer: string;
  /** The boss has changed it: no newer suggestion takes its place. */
  isOwn: boolean;
}

/** All that a card is suggested from. */
export interface Known {
  cardId: string;
  number: number;
  sheet: Pick<SheetContent, 'decider' | 'objections'>;
  /** What this client really said and nobody has answered, the newest first. */
  heard: readonly Heard[];
  lastBoss: LastBoss | null;
  /** Kinds that surprised the rep in an earlier round of tonight. */
  surprises: readonly string[];
  /** The types that are offered, in the order of the playbook. */
  types: readonly KnownType[];
  /** What moves a boss when no answer is known. */
  anyway: string;
}

export function suggestBossCard(known: Known): BossForm {
  const hidden = hiddenFor(known);
  const room = MOST_OBJECTIONS - (hidden ? 1 : 0);
  const objections = [...expected(known).slice(0, room), ...(hidden ? [hidden] : [])];
  const { lastBoss, cardId, number, sheet } = known;
  const turn = digest(cardId) + number;
  return {
    // Of whom nobody has said what he is like, another side is played each time.
    temper: lastBoss?.temper ?? temperIn(sheet.decider.text) ?? at(TEMPERS, turn),
    mood: lastBoss?.mood ?? at(MOODS, turn),
    note: lastBoss?.note ?? '',
    objections,
    movedBy: '',
    goodAnswer: whatMoves(objections, known),
    isOwn: false,
  };
}

/** What of a played card the next one begins with: how he was, and what came as a surprise. */
export function playedAs({ temper, mood, note, objections }: BossForm) {
  const boss: LastBoss = { temper, mood, note: note.trim() || null };
  return { boss, surprises: kindsIn(objections.filter(({ hidden }) => hidden)) };
}

/** The same boss in the next round; what he has just hidden is no surprise any more. */
export function nextBossCard(played: BossForm, known: Known | null, number: number): BossForm {
  if (!known) {
    const objections = played.objections.map((one) => ({ ...one, hidden: false }));
    return { ...played, objections, isOwn: false };
  }
  const { boss, surprises } = playedAs(played);
  return suggestBossCard({
    ...{ ...known, number, lastBoss: boss },
    surprises: [...known.surprises, ...surprises],
  });
}

/** When other sentences are said, another answer is the good one. */
export function withGoodAnswer(card: BossForm, known: Known): BossForm {
  return { ...card, goodAnswer: whatMoves(card.objections, known) };
}

/** Another one that stands on no sheet; after the last the first again. */
export function swapHidden(card: BossForm, known: Known): BossForm {
  const all = hiddenOnes(known);
  const now = all.findIndex(({ key }) => card.objections.some(({ id }) => id === hiddenId(key)));
  const next = at(all, now + 1);
  if (!next) return card;
  const objections = card.objections.map((one) => (isOfPlaybook(one) ? asHidden(next) : one));
  return { ...card, objections, isOwn: true };
}

/** What could be said besides; nothing while three stand there. */
export function couldSay({ objections }: BossForm, known: Known): BossSays[] {
  if (objections.length >= MOST_OBJECTIONS) return [];
  const hidden = objections.some(isOfPlaybook) ? null : hiddenFor(known);
  return [...expected(known), ...(hidden ? [hidden] : [])].filter(
    (one) => !objections.some((said) => isSameObjection(said, one)),
  );
}

export function withSaid(card: BossForm, said: BossSays): BossForm {
  const objections = [...card.objections, said].slice(0, MOST_OBJECTIONS);
  return { ...card, objections, isOwn: true };
}

/** Something the boss has thought of; the rep does not expect it either. */
export function ownSentence(id: string): BossSays {
  return { id, typeKey: null, words: '', hidden: true, from: 'own', on: null };
}

export function reword(card: BossForm, id: string, words: string): BossForm {
  const objections = card.objections.map((one) => {
    if (one.id !== id) return one;
    // Said differently it is no longer what was heard or expected; of what kind it is, stays.
    return one.hidden ? { ...one, words } : { ...one, words, from: 'own' as const, on: null };
  });
  return { ...card, objections, isOwn: true };
}

export function leaveOut(card: BossForm, id: string): BossForm {
  return { ...card, objections: card.objections.filter((one) => one.id !== id), isOwn: true };
}

export function bossCardNewOf(
  card: BossForm,
  marks: Partial<Record<string, Pressed>>,
  bornId: () => string,
): BossCard {
  const { temper, mood, note, objections } = card;
  const said = objections.filter(({ words }) => words.trim());
  return {
    temper,
    mood,
    note: note.trim().slice(0, MOST_WORDS) || null,
    objections: said.map(({ id, typeKey, words, hidden }) => ({
      id: bornId(),
      type_key: typeKey,
      words: words.trim().slice(0, MOST_WORDS),
      hidden,
      pressed: marks[id] ?? null,
    })),
    moved_by: whatMovesIn(card),
  };
}

/** Never nothing: a good answer must move him. */
export function whatMovesIn({ movedBy, goodAnswer }: BossForm): string {
  return movedBy.trim() || goodAnswer;
}

/** What was really heard comes before what is only expected, and that in turn, round by round. */
function expected({ heard, sheet, types, number }: Known): BossSays[] {
  const really = heard.map(({ type_key, words, visit_id, on }, nth): BossSays => {
    const said = words ?? types.find(({ key }) => key === type_key)?.words ?? '';
    const id = `heard-${visit_id}-${nth}`;
    return { id, typeKey: type_key, words: said, hidden: false, from: 'heard', on };
  });
  const planned = turned(sheet.objections.items, number - 1).map(
    ({ id, type_key, words }): BossSays => ({
      ...{ id, typeKey: type_key, words: words.slice(0, MOST_WORDS) },
      ...{ hidden: false, from: 'sheet', on: null },
    }),
  );
  return [...really, ...planned].reduce((all: BossSays[], one) => {
    const isNew = one.words.trim() && !all.some((other) => isSameObjection(other, one));
    return isNew ? [...all, one] : all;
  }, []);
}

function hiddenFor(known: Known): BossSays | null {
  const type = at(hiddenOnes(known), digest(known.cardId) + known.number);
  return type ? asHidden(type) : null;
}

/** What stands neither on the sheet nor among what was heard, and surprises once before it does again. */
function hiddenOnes(known: Known): KnownType[] {
  const all = expected(known);
  const unexpected = known.types.filter(
    ({ key, words }) => !all.some((one) => isSameObjection(one, { typeKey: key, words })),
  );
  const fresh = unexpected.filter(({ key }) => !known.surprises.includes(key));
  return fresh.length > 0 ? fresh : unexpected;
}

function asHidden({ key, words }: KnownType): BossSays {
  return { id: hiddenId(key), typeKey: key, words, hidden: true, from: 'playbook', on: null };
}

function isOfPlaybook({ from }: BossSays): boolean {
  return from === 'playbook';
}

function hiddenId(key: string): string {
  return `hidden-${key}`;
}

/** The planned answer to the first of them that has one, else the playbook's, else a good one. */
function whatMoves(objections: readonly BossSays[], { sheet, types, anyway }: Known): string {
  const planned = objections.map(
    (one) =>
      sheet.objections.items.find(({ words, type_key }) =>
        isSameObjection(one, { words, typeKey: type_key }),
      )?.answer,
  );
  const known = objections.map(({ typeKey }) => types.find(({ key }) => key === typeKey)?.answer);
  return [...planned, ...known].find((answer) => answer?.trim())?.trim() ?? anyway;
}

/** As it is written on client sheets. */
const SIGNS: Record<Temper, RegExp> = {
  hasty: /急|爽快|直来直去|hasty|quick.temper|short.temper|impatient/i,
  careful: /谨慎|仔细|心细|稳|careful|cautious|thorough/i,
  friendly: /和气|好说话|热情|随和|friendly|warm|easy.?going/i,
  silent: /话少|话不多|沉默|不爱说|silent|quiet|few words/i,
  proud: /面子|骄傲|要强|proud|vain/i,
};

function temperIn(text: string): Temper | undefined {
  return TEMPERS.find((temper) => SIGNS[temper].test(text));
}

function turned<T>(all: readonly T[], by: number): T[] {
  const from = all.length > 0 ? by % all.length : 0;
  return [...all.slice(from), ...all.slice(0, from)];
}

function at<T>(all: readonly T[], nth: number): T | null {
  return all[nth % all.length] ?? null;
}

/** FNV-1a: spreads well, and needs no library. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let nth = 0; nth < text.length; nth += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(nth), 0x01000193);
  }
  return hash >>> 0;
}
