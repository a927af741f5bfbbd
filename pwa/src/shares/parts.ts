/** The questions each kind of share asks, and a form of them on its way to the wire. Pure. */
import type { Part, PartKey, PartToTell, PartsForm, ShareKind } from './wire';

export const PARTS_OF: Record<ShareKind, readonly PartKey[]> = {
  tip: [],
  deal: ['found', 'followed_up', 'signed', 'problems', 'collection'],
  loss: ['why', 'otherwise', 'lesson'],
  kpi: ['target', 'completion', 'problems', 'solutions'],
};

/** Target and completion of a KPI post are figures: the system fills them in. */
export const WRITTEN_OF: Record<ShareKind, readonly PartKey[]> = {
  ...PARTS_OF,
  kpi: ['problems', 'solutions'],
};

export const KINDS: readonly ShareKind[] = ['deal', 'loss', 'kpi', 'tip'];

export function formOf(words: string, parts: readonly Part[]): PartsForm {
  return { words, said: Object.fromEntries(parts.map(({ key, words: said }) => [key, said])) };
}

/** A tip is its words; of the others some part is told. */
export function saysSomething(
  kind: ShareKind,
  form: PartsForm,
  spoken: readonly PartKey[] = [],
): boolean {
  return kind === 'tip' ? form.words.trim() !== '' : partsOf(kind, form, spoken).length > 0;
}

/** In the order they are asked; what is neither written nor spoken is left out. */
export function partsOf(
  kind: ShareKind,
  { said }: PartsForm,
  spoken: readonly PartKey[] = [],
): PartToTell[] {
  return PARTS_OF[kind].flatMap((key): PartToTell[] => {
    const [words, isSpoken] = [said[key]?.trim() ?? '', spoken.includes(key)];
    return words || isSpoken ? [{ key, words, spoken: isSpoken }] : [];
  });
}
