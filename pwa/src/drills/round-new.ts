/** A round as it is sent when it is over. Pure but for the ids that are born here. */
import { uuid7 } from '../kit/api/uuid7';
import { bossCardNewOf } from './boss-card';
import { lineNewOf, takenAlong } from './lines';
import { secondsPlayed, type Play } from './round';
import type { RoundNew } from './wire';

/** By which a note tells a learning point from a behaviour of the playbook. */
export const POINT = 'point:';

export function roundNewOf(play: Play): RoundNew {
  const { notes, seats } = play;
  if (!notes.verdict || !play.startedAt) throw new TypeError('a round is played and has a verdict');
  return {
    id: uuid7(),
    visit_id: play.visitId,
    client_id: play.client.id,
    sheet_version_id: play.sheet.id,
    rep_id: seats.rep.id,
    boss_id: seats.boss.id,
    observer_id: seats.observer?.id ?? null,
    briefed: play.briefed,
    started_at: play.startedAt,
    seconds: secondsPlayed(play),
    verdict: notes.verdict,
    key_moment: orNull(notes.keyMoment),
    rep_words: orNull(notes.repWords),
    ticks: Object.entries(notes.ticks).map(([key, mark]) => ({
      id: uuid7(),
      ...ofKey(key),
      mark,
    })),
    keep: orNull(notes.keep),
    change: orNull(notes.change),
    change_kind: notes.change.trim() ? notes.changeKind : null,
    lines: takenAlong(notes.lines).map((line) => ({ id: uuid7(), ...lineNewOf(line) })),
    boss_card: bossCardNewOf(play.bossCard, play.marks, uuid7),
  };
}

function ofKey(key: string): { behaviour_id: string | null; point_id: string | null } {
  const point_id = key.startsWith(POINT) ? key.slice(POINT.length) : null;
  return { behaviour_id: point_id === null ? key : null, point_id };
}

function orNull(text: string): string | null {
  return text.trim() || null;
}
