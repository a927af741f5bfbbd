/** What people do on a drill evening. Each is kept on the phone first and sent by the outbox. */
import { clientLane, sheetLane } from '../clients/lanes';
import { me } from '../kit/api/session';
import { refresh } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';
import { enqueue, enqueueAll, items, onDelivered, type NewItem } from '../kit/outbox';
import { addresses, drillLane, keys } from './remote';
import { roundNewOf, type Play } from './round';
import { peopleOf } from './seats';
import { drillFor, withRound, type DrillHere, type Tonight } from './tonight';
import type { ClientRef, RoundChange, RoundRead } from './wire';
import { t } from './words-of-played';

export function draftOfRound(visitId: string): string {
  return `round:${visitId}`;
}

/**
 * Keeps the round, and with the first one the drill it belongs to. Answers the table as it then is;
 * a drill told twice after a crash is the same drill, since it is told in the same words.
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
  await enqueueAll([...(drill.told ? [] : [started(drill)]), fired(play, drill)]);
  return withRound(tonight, drill, { rep: play.seats.rep.id, change: play.notes.change });
}

export async function wrapUp(drillId: string): Promise<void> {
  await enqueue({
    ...ofDrill(drillId),
    method: 'PUT',
    path: addresses.wrap(drillId),
    body: { wrapped_at: new Date().toISOString() },
  });
}

/** The partner has seen what another phone recorded. */
export async function acknowledge(drillId: string): Promise<void> {
  await enqueue({
    kind: 'acknowledgement',
    lane: drillLane(drillId),
    method: 'PUT',
    path: addresses.acknowledgement(drillId),
  });
}

export interface RoundKnown {
  id: string;
  drillId: string;
  client: ClientRef;
  version: number;
}

/** The rep's own words put right; the server keeps both versions. */
export async function putRight(round: RoundKnown, change: RoundChange): Promise<void> {
  await enqueue({
    kind: 'round',
    lane: roundLane(round.id),
    needs: [drillLane(round.drillId)],
    method: 'PATCH',
    path: addresses.round(round.drillId, round.id),
    body: change,
    ifMatch: `"${round.version}"`,
    label: { client: round.client.name, fields: fieldsInWords() },
  });
}

/** A round has versions of its own, so it has a lane of its own for what is changed later. */
export function roundLane(id: string): string {
  return `round:${id}`;
}

function started({ born }: DrillHere): NewItem {
  return { ...ofDrill(born.id), method: 'POST', path: addresses.drills, body: born };
}

function fired(play: Play, { born }: DrillHere): NewItem {
  const verdict = play.notes.verdict ? t(play.notes.verdict) : '';
  return {
    kind: 'round',
    lane: drillLane(born.id),
    needs: needsOf(play),
    method: 'POST',
    path: addresses.rounds(born.id),
    body: roundNewOf(play),
    label: { client: play.client.name, detail: t('roundLabel', { n: play.number, verdict }) },
    draft: draftOfRound(play.visitId),
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
    `visit:${visitId}`,
    ...moves.map(({ lane }) => lane),
  ];
}

function ofDrill(id: string): Pick<NewItem, 'kind' | 'lane'> {
  return { kind: 'drill', lane: drillLane(id) };
}

function fieldsInWords() {
  return {
    rep_words: { name: t('rep_words') },
    keep: { name: t('keep') },
    change: { name: t('change') },
  };
}

for (const kind of ['drill', 'acknowledgement']) {
  onDelivered(kind, async ({ lane }) => {
    await Promise.all([refresh(lane), refresh(keys.mine)]);
  });
}
// Today says what was recorded for me until I have seen it.
onDelivered('acknowledgement', () => refresh('today:'));
onDelivered('round', async ({ lane, path }, row) => {
  const drill = /\/drills\/([^/]+)/.exec(path)?.[1];
  const visit = (row as Partial<RoundRead> | null)?.visit_id;
  await Promise.all([
    refresh(drill ? keys.drill(drill) : lane),
    refresh(keys.mine),
    ...(visit ? [refresh(keys.deck)] : []),
  ]);
});
// What changes a card: what the client said, the plan, the sheet.
for (const kind of ['check-in', 'visit', 'move', 'cancellation', 'client-sheet']) {
  onDelivered(kind, () => refresh(keys.deck));
}
