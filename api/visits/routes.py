"""`/visits`, their check-ins, `/effective-visit-rules`, and the hand-over of clients with their open work."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.clients.policy import CannotOwnClients, NotYoursToHandOver
from api.clients.service import ClientMoved
from api.deals.policy import DealHasPayments
from api.kit.errors import BornDifferently, Forbidden, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.kit.recordings import (
    A_RECORDING,
    OF_A_SOUND,
    Files,
    Heard,
    Part,
    PartBeyond,
    RecordingLost,
    played,
)
from api.kit.sound import MOST_SECONDS, NotARecording, RecordingTooLarge
from api.kit.wire import Day, Moment
from api.people.routes import CurrentActor
from api.playbook.policy import ObjectionTypeUnknown
from api.visits import policy, service
from api.visits.check_ins import service as check_ins
from api.visits.queries import Wanted
from api.visits.rules import queries as rules
from api.visits.rules import service as rule_book
from api.visits.schemas import (
    CancellationNew,
    CheckInChange,
    CheckInNew,
    HandOverNew,
    HandOverRead,
    MoveNew,
    RuleNew,
    RuleRead,
    VisitChange,
    VisitNew,
    VisitRead,
    VoiceNoteRead,
)
from api.visits.voice_notes import service as voice_notes
from api.visits.voice_notes.service import VoiceNoteNew

router = APIRouter(tags=["visits"])

OnDay = Annotated[Day | None, Query(description="Only visits of this day; overrules from and to.")]
FromDay = Annotated[Day | None, Query(alias="from", description="The first day.")]
ToDay = Annotated[Day | None, Query(alias="to", description="The last day.")]
OfRep = Annotated[uuid.UUID | None, Query(description="Only visits of this rep.")]
AtClient = Annotated[uuid.UUID | None, Query(description="Only visits to this client.")]
Seconds = Annotated[int, Query(ge=1, le=MOST_SECONDS, description="How long it is.")]
RecordedAt = Annotated[
    Moment | None, Query(description="By the phone's clock; left out: it was recorded just now.")
]


@router.get(
    "/visits",
    operation_id="visits.list",
    summary="Visits you may see",
    description="The latest day first: your own, your apprentices', your team's. Reading the visits of "
    "somebody else is listed to them. Order a day's plan by `planned_time` on your side.",
    response_model=PageRead[VisitRead],
    responses=answers(BadCursor),
)
async def list_visits(
    actor: CurrentActor,
    store: Store,
    page: Page,
    day: OnDay = None,
    since: FromDay = None,
    until: ToDay = None,
    rep: OfRep = None,
    client: AtClient = None,
) -> object:
    wanted = Wanted(since=day or since, until=day or until, rep_id=rep, client_id=client)
    return await store.read(service.page, actor, asked=page, wanted=wanted)


@router.post(
    "/visits",
    status_code=201,
    operation_id="visits.plan",
    summary="Plan a visit",
    description="To a client you may see; the visit is yours. The same content under the same id answers "
    "the stored visit.",
    response_model=VisitRead,
    responses=answers(BornDifferently, ClientMoved),
)
async def plan(
    given: VisitNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.plan, actor, given=given, birth=birth))


@router.get(
    "/visits/{visit_id}",
    operation_id="visits.get",
    summary="One visit",
    description="Its plan and, once there is one, its check-in with every later correction.",
    response_model=VisitRead,
    responses=answers(),
)
async def get_visit(
    visit_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.read(service.get, actor, visit_id=visit_id))


@router.patch(
    "/visits/{visit_id}",
    operation_id="visits.change_plan",
    summary="Change a plan",
    description="A merge patch by its rep while the visit is still a plan. Another day is a move.",
    response_model=VisitRead,
    responses=answers(policy.OnlyTheRep, policy.NotPlannedAnyMore, Stale, VersionNeeded),
)
async def change_plan(
    visit_id: uuid.UUID,
    given: VisitChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change_plan, actor, visit_id=visit_id, given=given, version=version
    )
    return etag(response, changed)


@router.put(
    "/visits/{visit_id}/move",
    operation_id="visits.move",
    summary="Move a visit to another day",
    description="The old visit stays with the reason; the new one is answered. An equal repeat answers "
    "the same new visit.",
    response_model=VisitRead,
    responses=answers(policy.OnlyTheRep, policy.NotPlannedAnyMore, BornDifferently),
)
async def move(
    visit_id: uuid.UUID,
    given: MoveNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    moved = await store.write(service.move, actor, visit_id=visit_id, given=given, birth=birth)
    return etag(response, moved)


@router.put(
    "/visits/{visit_id}/cancellation",
    operation_id="visits.cancel",
    summary="Cancel a visit",
    description="With the reason; the visit stays in the list.",
    response_model=VisitRead,
    responses=answers(policy.OnlyTheRep, policy.NotPlannedAnyMore),
)
async def cancel(
    visit_id: uuid.UUID,
    given: CancellationNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    return etag(response, await store.write(service.cancel, actor, visit_id=visit_id, given=given))


@router.put(
    "/visits/{visit_id}/check-in",
    operation_id="visits.check_in",
    summary="Check in after a visit",
    description="Planned or not: an unknown id makes an unplanned visit of it. It is stored whenever it "
    "arrives, also after the evening closed, and once: an equal repeat answers the stored visit. "
    "Signed and paid change the client's deal in the same step.",
    response_model=VisitRead,
    responses=answers(
        BornDifferently,
        ClientMoved,
        ObjectionTypeUnknown,
        policy.OnlyTheRep,
        policy.AdvancedNeedsNextStep,
        policy.AmountNeeded,
        policy.NobodyHasNoName,
        policy.ContactElsewhere,
    ),
)
async def check_in(
    visit_id: uuid.UUID,
    given: CheckInNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    told = await store.write(check_ins.check_in, actor, visit_id=visit_id, given=given, birth=birth)
    return etag(response, told)


@router.patch(
    "/visits/{visit_id}/check-in",
    operation_id="visits.amend_check_in",
    summary="Put a check-in right",
    description="By its rep. Until the evening closes it is a plain edit; later what stood there before "
    "stays visible in `amendments`. A change that is already there answers the visit as it is.",
    response_model=VisitRead,
    responses=answers(
        policy.OnlyTheRep,
        policy.NotCheckedIn,
        Stale,
        VersionNeeded,
        ObjectionTypeUnknown,
        policy.AdvancedNeedsNextStep,
        policy.AmountNeeded,
        policy.NobodyHasNoName,
        policy.ContactElsewhere,
        DealHasPayments,
    ),
)
async def amend_check_in(
    visit_id: uuid.UUID,
    given: CheckInChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    amended = await store.write(
        check_ins.amend, actor, visit_id=visit_id, given=given, version=version
    )
    return etag(response, amended)


@router.put(
    "/visits/{visit_id}/voice-notes/{note_id}",
    operation_id="visits.keep_voice_note",
    summary="Keep what the rep said after a visit",
    description="The body is the sound itself: WebM or Ogg with Opus, or MP4 with AAC, at most 1000 kB; what "
    "it is, is told by its bytes. By the rep, once the visit is checked in; it takes the place of the note "
    "before. Equal content under the same id answers the stored note. Recorded after the evening closed, it "
    "is listed in `amendments`. It changes no version of the visit.",
    response_model=VoiceNoteRead,
    responses=answers(
        policy.OnlyTheRep,
        policy.NotCheckedIn,
        BornDifferently,
        RecordingTooLarge,
        NotARecording,
    ),
    openapi_extra={"requestBody": {"required": True, "content": A_RECORDING}},
)
async def keep_voice_note(
    visit_id: uuid.UUID,
    note_id: uuid.UUID,
    seconds: Seconds,
    actor: CurrentActor,
    store: Store,
    files: Files,
    heard: Heard,
    recorded_at: RecordedAt = None,
) -> object:
    given = VoiceNoteNew(note_id, heard, seconds, recorded_at)
    await store.read(voice_notes.check_may_keep, actor, visit_id=visit_id)
    async with files.keeping(given.file_of(actor), heard.content):
        return await store.write(
            voice_notes.keep, actor, visit_id=visit_id, given=given, files=files
        )


@router.get(
    "/visits/{visit_id}/voice-notes/{note_id}",
    operation_id="visits.hear_voice_note",
    summary="The sound of a voice note",
    description="For whoever may see the visit, and listed to the rep like it. Ranges are answered.",
    response_class=Response,
    responses={
        200: {"description": "The whole sound.", "content": A_RECORDING, "headers": OF_A_SOUND},
        206: {"description": "The part.", "content": A_RECORDING, "headers": OF_A_SOUND},
        **answers(RecordingLost, PartBeyond),
    },
)
async def hear_voice_note(
    visit_id: uuid.UUID,
    note_id: uuid.UUID,
    actor: CurrentActor,
    store: Store,
    files: Files,
    part: Annotated[Part, Depends()],
) -> Response:
    note = await store.read(voice_notes.hear, actor, visit_id=visit_id, note_id=note_id)
    return await played(files, part, file=note.file, form=note.form, digest=note.digest)


@router.delete(
    "/visits/{visit_id}/voice-notes/{note_id}",
    status_code=204,
    operation_id="visits.remove_voice_note",
    summary="Take a voice note away",
    description="By the rep. The sound is gone for good; after the evening `amendments` say that it was there.",
    responses=answers(policy.OnlyTheRep),
)
async def remove_voice_note(
    visit_id: uuid.UUID, note_id: uuid.UUID, actor: CurrentActor, store: Store, files: Files
) -> None:
    await store.write(voice_notes.remove, actor, visit_id=visit_id, note_id=note_id, files=files)


@router.get(
    "/effective-visit-rules",
    operation_id="effective_visit_rules.list",
    summary="What makes a visit effective",
    description="The latest first. Before the first rule, a visit is effective that met the boss or an "
    "influencer and has a dated next step.",
    response_model=PageRead[RuleRead],
    responses=answers(BadCursor),
)
async def list_rules(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(rules.page, actor, asked=page)


@router.post(
    "/effective-visit-rules",
    status_code=201,
    operation_id="effective_visit_rules.add",
    summary="Set what makes a visit effective",
    description="For admins, from today or a later day on. Earlier visits keep the rule of their day.",
    response_model=RuleRead,
    responses=answers(Forbidden, policy.RuleBeginsInThePast),
)
async def add_rule(given: RuleNew, actor: CurrentActor, store: Store) -> object:
    return await store.write(rule_book.add, actor, given=given)


@router.post(
    "/clients/hand-over",
    operation_id="clients.hand_over",
    summary="Hand clients over with their open work",
    description="By the manager of both reps, or an admin. Deals not paid yet and visits planned from "
    "today on move too; what is done stays with who did it.",
    response_model=HandOverRead,
    responses=answers(NotYoursToHandOver, CannotOwnClients),
)
async def hand_over(given: HandOverNew, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.hand_over, actor, given=given)
