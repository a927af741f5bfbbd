/** A round as it is sent when it is over. Pure but for the ids that are born here. */
import { uuid7 } from '../kit/api/uuid7';
import { bossCardNewOf } from './boss-card';
import { lineNewOf, takenAlong } from './lines';
import { secondsPlayed, type Play } from './round';
import type { RoundNew } from './wire';

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
    ticks: Object.entries(notes.ticks).map(([behaviour_id, mark]) => ({
      id: uuid7(),
      behaviour_id,
      mark,
    })),
    keep: orNull(notes.keep),
    change: orNull(notes.change),
    change_kind: notes.change.trim() ? notes.changeKind : null,
    lines: takenAlong(notes.lines).map((line) => ({ id: uuid7(), ...lineNewOf(line) })),
    boss_card: bossCardNewOf(play.bossCard, play.marks, uuid7),
  };
}

function orNull(text: string): string | null {
  return text.trim() || null;
}
