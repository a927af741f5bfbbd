/** Keeping a round when it is over: on the phone first, and sent by the outbox. */
import { clientLane, sheetLane } from '../clients/lanes';
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { enqueueAll, items, type NewItem } from '../kit/outbox';
import { ofDrill } from './actions';
import { playedAs } from './boss-card';
import { keptWith } from './kept-actions';
import { drillLane } from './keys';
import { agreedTonight } from './lines';
import { addresses } from './remote';
import { draftOfRound, type Play } from './round';
import { roundNewOf } from './round-new';
import { peopleOf } from './seats';
import { drillFor, withRound, type DrillHere, type RoundOver, type Tonight } from './tonight';
import type { RoundNew } from './wire';
import { t } from './words-of-played';

/**
 * Keeps the round with all that it leaves, and with the first one the drill it belongs to. Answers
 * the table as it then is; a drill told twice after a crash is the same drill, since it is told in
 * the same words.
 */
export async function saveRound(
  play: Play,
  tonight: Tonight,
  /** Called before anything is enqueued, so that a crash in between does not make a second drill. */
  remember: (tonight: Tonight) => Promise<void>,
): Promise<Tonight> {
  const drill = drillFor(tonight, {
    me: me.peek()?.id ?? '',
    people: peopleOf(play.seats).map(({ id }) => id),
    day: dayOf(play.startedAt ?? undefined),
    startedAt: play.startedAt ?? new Date().toISOString(),
  });
  await remember({ ...tonight, drill });
  const round = roundNewOf(play);
  await enqueueAll([
    ...(drill.told ? [] : [started(drill)]),
    fired(play, drill, round),
    ...keptWith(play, round, drill.born.id),
  ]);
  return withRound(tonight, drill, overOf(play, drill.born.day));
}

function overOf({ cardId, seats, notes, bossCard }: Play, day: string): RoundOver {
  return {
    rep: seats.rep.id,
    change: notes.change,
    card: cardId,
    agreed: agreedTonight(notes.lines, day),
    ...playedAs(bossCard),
  };
}

function started({ born }: DrillHere): NewItem {
  return { ...ofDrill(born.id), method: 'POST', path: addresses.drills, body: born };
}

function fired(play: Play, { born }: DrillHere, round: RoundNew): NewItem {
  const verdict = play.notes.verdict ? t(play.notes.verdict) : '';
  return {
    kind: 'round',
    lane: drillLane(born.id),
    needs: needsOf(play),
    method: 'POST',
    path: addresses.rounds(born.id),
    body: round,
    label: { client: play.client.name, detail: t('roundLabel', { n: play.number, verdict }) },
    draft: draftOfRound(play.cardId),
  };
}

/** The client, its sheet and the visit may all have been born on this phone; a visit also by a move. */
function needsOf({ client, visitId }: Play): string[] {
  const moves = items.value.filter(
    ({ kind, body }) => kind === 'move' && (body as { id?: string }).id === visitId,
  );
  return [
    clientLane(client.id),
    sheetLane(client.id),
    ...(visitId ? [`visit:${visitId}`] : []),
    ...moves.map(({ lane }) => lane),
  ];
}
