import { useEffect, useMemo, useState } from 'preact/hooks';
import { useDraft } from '../kit/outbox';
import { me } from '../kit/api/session';
import { stopsOf } from '../today/day';
import { dayRead } from '../today/remote';
import { unsentOfDay } from '../today/unsent';
import { useCalendar } from './becomes';
import { withWords, type CheckInForm } from './check-in';
import { draftOf, KINDS } from './kinds';
import { knownVisit } from './known';
import {
  formOfReality,
  itemsOf,
  rehearsedIn,
  tellRow,
  tellUnexpected,
  withTold,
  type Came,
  type RealityForm,
  type Rehearsed,
  type Standing,
} from './reality';
import { realityWish } from './reality-outbox';
import type { ClientRef, RealityItem, Result } from './wire';

/** What was ready for a visit, and what was told of it so far. */
export interface Rehearsal {
  day: string;
  rows: readonly Rehearsed[];
  stored: readonly RealityItem[];
}

/**
 * From the card of its day, which lies on this phone; null while it is read. Of a check-in that was
 * told before, the newest is waited for, so that nobody writes over what was told elsewhere.
 */
export function useRehearsal(id: string, day: string, wasTold: boolean): Rehearsal | null {
  const read = dayRead(day);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (wasTold || !read.value) void read.reload();
    setAsked(true);
  }, [read, wasTold]);
  const person = me.value;
  if (!asked || !person) return null;
  if (wasTold ? read.loading && !read.stale : !read.value && !read.error) return null;
  const visits = read.value?.visits ?? [];
  const stored = visits.find((card) => card.id === id)?.reality ?? [];
  const around = { day, rep: person, known: knownVisit };
  const stop = stopsOf(visits, unsentOfDay(), around).find(({ card }) => card.id === id);
  const rows = withTold(stop ? rehearsedIn(stop.card.prep) : [], stored);
  return { day, rows, stored };
}

interface Writing {
  form: CheckInForm;
  change: (part: Partial<CheckInForm>) => void;
}

export type Reality = ReturnType<typeof useReality>;

/** The taps, kept as a draft of their own beside the check-in's. */
export function useReality(
  visit: { id: string; client: ClientRef },
  { day, rows, stored }: Rehearsal,
  { form, change }: Writing,
) {
  useCalendar();
  const initial = useMemo(() => formOfReality(stored), [stored]);
  const draft = useDraft<RealityForm>(draftOf(KINDS.realityCheck, visit.id), initial);
  const [full, setFull] = useState<string | null>(null);
  const { objections } = form;
  const standing: Standing = { rows, objections, reality: draft.value.value };
  const tell = (row: Rehearsed, result: Result) => {
    const next = tellRow(row, result, standing);
    setFull(next ? null : row.id);
    if (!next) return;
    draft.value.value = next.reality;
    if (next.objections !== objections) change({ objections: [...next.objections] });
  };
  const told = itemsOf(rows, form, standing.reality);
  return {
    day,
    stored,
    standing,
    told,
    /** The row that could not be told, since the check-in holds three objections already. */
    full,
    tell,
    tellUnexpected: (heard: string, result: Came) => {
      draft.value.value = tellUnexpected(standing.reality, heard, result);
    },
    rephrase: (heard: string, words: string) => change(withWords(form, heard, words)),
    wish: () => realityWish(visit, told, stored),
    discard: () => draft.discard(),
  };
}
