/** What somebody does with a request. Each is kept on the phone first and sent by the outbox. */
import { clientLane } from '../clients/lanes';
import { uuid7 } from '../kit/api/uuid7';
import { refresh } from '../kit/cache';
import { callName } from '../kit/i18n/names';
import { enqueue, enqueueAll, onDelivered, type Take } from '../kit/outbox';
import { clock } from '../kit/voice/time';
import { visitLane } from '../visits/kinds';
import type { Asking } from './about';
import type { HelpShown } from './at-hand';
import { draftOf, helpLane, KINDS, soundLane } from './kinds';
import { addresses, LISTS } from './remote';
import type {
  AnswerNew,
  Audience,
  HarvestForm,
  Helped,
  Kind,
  Needed,
  PersonRef,
  WantedHelp,
} from './wire';
import { t } from './words';

export interface HelpForm {
  words: string;
  kind: Kind | null;
  needed: Needed | null;
  wanted: WantedHelp | null;
  audience: Audience;
}

/** Answers the id it was born with. The recording, if there is one, follows on a road of its own. */
export async function askForHelp(
  form: HelpForm & { kind: Kind; needed: Needed },
  asking: Asking,
  told: { matter: string; take: Take | null },
): Promise<string> {
  const id = uuid7();
  const { about, client, name } = asking;
  const { words, ...chosen } = form;
  const label = { ...(name && { client: name }), detail: words.trim() || t(form.kind) };
  const asked = {
    kind: KINDS.asked,
    lane: helpLane(id),
    needs: needsOf(asking),
    method: 'POST' as const,
    path: addresses.asked,
    body: {
      ...{ id, ...chosen, about, client_id: client },
      words: words.trim() || null,
      happened_at: new Date().toISOString(),
    },
    label,
    draft: draftOf(told.matter),
  };
  await enqueueAll(told.take ? [asked, spoken(id, told.matter, told.take)] : [asked]);
  return id;
}

export async function answerHelp(
  request: HelpShown,
  said: Omit<AnswerNew, 'id' | 'said_at'>,
  draft: string,
): Promise<void> {
  await enqueue({
    ...of(request, KINDS.answer, said.words ?? t(said.offers)),
    method: 'POST',
    path: addresses.answers(request.id),
    body: { id: uuid7(), said_at: new Date().toISOString(), ...said },
    draft,
  });
}

const seenHere = new Set<string>();

/** Said once by whoever was asked, when it is opened; once more when it was handed over meanwhile. */
export async function seeHelp(request: HelpShown): Promise<void> {
  const key = `${request.id} ${request.hand_overs.length}`;
  if (seenHere.has(key)) return;
  seenHere.add(key);
  const seen = { method: 'PUT' as const, path: addresses.seen(request.id) };
  await enqueue({ ...of(request, KINDS.seen), ...seen });
}

export async function handOver(request: HelpShown, to: PersonRef, why: string): Promise<void> {
  await enqueue({
    ...of(request, KINDS.helper, callName(to)),
    method: 'PUT',
    path: addresses.helper(request.id),
    body: { helper_id: to.id, why: why.trim() || null },
  });
}

export async function tryHelp(request: HelpShown, stillStuck: boolean): Promise<void> {
  await enqueue({
    ...of(request, KINDS.tried, t(stillStuck ? 'stillStuck' : 'tried')),
    method: 'PUT',
    path: addresses.tried(request.id),
    body: { still_stuck: stillStuck },
  });
}

export async function closeHelp(request: HelpShown, helped: Helped): Promise<void> {
  await enqueue({
    ...of(request, KINDS.outcome, t(`helped_${helped}`)),
    method: 'PUT',
    path: addresses.outcome(request.id),
    body: { helped },
  });
}

export async function harvestHelp(request: HelpShown, form: HarvestForm): Promise<void> {
  await enqueue({
    ...of(request, KINDS.harvest, form.words.trim()),
    method: 'PUT',
    path: addresses.harvest(request.id),
    body: { kind: form.kind, words: form.words.trim() },
    draft: `${KINDS.harvest}:${helpLane(request.id)}`,
  });
}

function of(request: HelpShown, kind: string, detail?: string) {
  const label = {
    ...(request.client && { client: request.client.name }),
    ...(detail && { detail }),
  };
  return { kind, lane: helpLane(request.id), label };
}

function spoken(id: string, matter: string, take: Take) {
  return {
    kind: KINDS.voiceNote,
    lane: soundLane(id),
    needs: [helpLane(id)],
    method: 'PUT' as const,
    path: `${addresses.voiceNote(id, uuid7())}?seconds=${take.seconds}`,
    take: draftOf(matter),
    label: { detail: clock(take.seconds) },
  };
}

/** A visit or client that lies unsent on this phone goes before the request about it. */
function needsOf({ about, client }: Asking): string[] {
  const lanes = client ? [clientLane(client)] : [];
  if (about?.kind === 'visit') lanes.push(visitLane(about.id));
  if (about?.kind === 'client') lanes.push(clientLane(about.id));
  return lanes;
}

for (const kind of Object.values(KINDS)) {
  onDelivered(kind, async ({ lane }) => {
    const own = lane.replace(soundLane(''), helpLane(''));
    await Promise.all([own, LISTS, 'today:', 'team-today:'].map(refresh));
  });
}
