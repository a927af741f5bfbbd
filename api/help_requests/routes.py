"""Help requests over HTTP. There is no route to refuse one."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.clients.service import ClientMoved
from api.commitments.policy import DueInThePast
from api.help_requests import policy, service
from api.help_requests.answers import service as answering
from api.help_requests.harvests import service as harvests
from api.help_requests.harvests.policy import (
    NothingToPlay,
    NotSolvedYet,
    NotYoursToHarvest,
    PersonalStaysBetweenTwo,
)
from api.help_requests.queries import Wanted, Whose
from api.help_requests.rising import service as rising_kinds
from api.help_requests.schemas import (
    HarvestChange,
    HelpAnswerNew,
    HelperChange,
    HelpRequestLine,
    HelpRequestNew,
    HelpRequestRead,
    HelpVoiceNoteRead,
    OutcomeChange,
    RisingRead,
    TriedChange,
)
from api.help_requests.voice_notes import service as voice_notes
from api.help_requests.voice_notes.service import HelpVoiceNoteNew
from api.kit.errors import BornDifferently, Forbidden
from api.kit.http import Birth, Page, Store, answers, etag
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
from api.people.routes import CurrentActor

router = APIRouter(prefix="/help-requests", tags=["help-requests"])

OfWhom = Annotated[
    Whose | None,
    Query(
        description="mine: asked by you; for_me: promised by you, or asked of your team and not taken yet; "
        "team: of everybody else you may read. Left out: all of these."
    ),
]
Closed = Annotated[bool, Query(description="Closed ones instead of open ones.")]
OnlyOwed = Annotated[bool, Query(description="Only those where the next word is the helper's.")]
Seconds = Annotated[int, Query(ge=1, le=MOST_SECONDS, description="How long it is.")]


@router.get(
    "",
    operation_id="help_requests.list",
    response_model=PageRead[HelpRequestLine],
    responses=answers(BadCursor),
    summary="Who asks for help, the earliest promise first",
    description="Open ones by their promise; closed ones by when they were asked, the newest first. A request that "
    "was not told to you (a manager or mentor reads it all the same) is listed to its asker.",
)
async def list_help_requests(
    actor: CurrentActor,
    store: Store,
    page: Page,
    whose: OfWhom = None,
    closed: Closed = False,  # noqa: FBT002  # a query parameter has a name
    owed: OnlyOwed = False,  # noqa: FBT002  # a query parameter has a name
) -> object:
    wanted = Wanted(whose=whose, closed=closed, owed=owed)
    return await store.read(service.page, actor, wanted=wanted, asked=page)


@router.post(
    "",
    status_code=201,
    operation_id="help_requests.ask",
    response_model=HelpRequestRead,
    responses=answers(
        BornDifferently,
        ClientMoved,
        policy.NobodyToAsk,
        policy.PersonalIsForOne,
        policy.HelpWithdrawnAlready,
    ),
    summary="Ask for help",
    description="Your manager or mentor of this moment promises an answer, or your whole team is asked. The promise "
    "counts from here and not from the phone. The same content under the same id answers the stored request.",
)
async def ask(
    given: HelpRequestNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.ask, actor, given=given, birth=birth))


@router.get(
    "/rising",
    operation_id="help_requests.rising",
    response_model=RisingRead,
    responses=answers(Forbidden),
    summary="Kinds of help asked for more often than before",
    description="Ten working days beside the ten before, for a manager of the own team, for a regional manager of "
    "the region's teams. `null` is fewer than five: everywhere in a region, and for what is personal.",
)
async def rising(actor: CurrentActor, store: Store) -> object:
    return await store.read(rising_kinds.rising, actor)


@router.get(
    "/{request_id}",
    operation_id="help_requests.get",
    response_model=HelpRequestRead,
    responses=answers(),
    summary="One request with its answers",
    description="For asker and helper, the asker's mentor and manager, and the team when it was asked. What is "
    "personal is for asker and helper alone.",
)
async def get(
    request_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.read(service.get, actor, request_id=request_id))


@router.put(
    "/{request_id}/seen",
    operation_id="help_requests.see",
    response_model=HelpRequestRead,
    responses=answers(policy.NotTheHelper),
    summary="Say that you have seen it",
    description="For its helper; while nobody has taken it, for anybody of the team. The promise keeps its time.",
)
async def see(
    request_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.write(service.see, actor, request_id=request_id))


@router.post(
    "/{request_id}/answers",
    status_code=201,
    operation_id="help_requests.answer",
    response_model=HelpRequestRead,
    responses=answers(
        BornDifferently, DueInThePast, policy.OffersAreOfHelpers, policy.CorrectionsAreOfHelpers
    ),
    summary="Answer, or offer to do it together",
    description="For whoever may read it. The first to answer a whole team has taken the request. The asker adds "
    "words the same way; that is no answer. A ride or a drill together becomes a promise of the helper "
    "(`/commitments`). The request is answered with all that was said.",
)
async def answer(
    request_id: uuid.UUID,
    given: HelpAnswerNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    said = await store.write(
        answering.answer, actor, request_id=request_id, given=given, birth=birth
    )
    return etag(response, said)


@router.put(
    "/{request_id}/helper",
    operation_id="help_requests.hand_over",
    response_model=HelpRequestRead,
    responses=answers(
        policy.NotTheHelper,
        policy.CannotHelpHere,
        policy.PersonalStaysNear,
        policy.TakenAlready,
        policy.ClosedAlready,
    ),
    summary="Hand it over, or take it",
    description="Helper and asker choose somebody of the asker's team, the mentor or anybody who leads or trains; "
    "whoever may read it takes it for themselves while nobody has it. Something personal stays with the asker's own "
    "manager, mentor or region, unless the asker chooses. The first promise's clock keeps running.",
)
async def hand_over(
    request_id: uuid.UUID,
    given: HelperChange,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    moved = await store.write(answering.hand_over, actor, request_id=request_id, given=given)
    return etag(response, moved)


@router.put(
    "/{request_id}/tried",
    operation_id="help_requests.try_out",
    response_model=HelpRequestRead,
    responses=answers(policy.NotTheAsker, policy.NothingToTry),
    summary="Say that you tried it, or that you are still stuck",
    description="For the asker. Still stuck opens it again, and the helper owes another answer by a promise that "
    "begins now.",
)
async def try_out(
    request_id: uuid.UUID,
    given: TriedChange,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    tried = await store.write(
        service.try_out, actor, request_id=request_id, still_stuck=given.still_stuck
    )
    return etag(response, tried)


@router.put(
    "/{request_id}/outcome",
    operation_id="help_requests.close",
    response_model=HelpRequestRead,
    responses=answers(policy.NotTheAsker),
    summary="Close it, and say whether it helped",
    description="For the asker alone, at any time.",
)
async def close(
    request_id: uuid.UUID,
    given: OutcomeChange,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    closed = await store.write(service.close, actor, request_id=request_id, helped=given.helped)
    return etag(response, closed)


@router.put(
    "/{request_id}/harvest",
    operation_id="help_requests.harvest",
    response_model=HelpRequestRead,
    responses=answers(NotYoursToHarvest, NotSolvedYet, PersonalStaysBetweenTwo, NothingToPlay),
    summary="Say what became of it",
    description="For its asker, its helper and the asker's manager, once it is closed. A drill is laid into the asker's "
    "deck of tonight; a case or a topic is kept as a wish. Another word later takes the place of the first; a card "
    "that was laid stays.",
)
async def harvest(
    request_id: uuid.UUID,
    given: HarvestChange,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    kept = await store.write(harvests.harvest, actor, request_id=request_id, given=given)
    return etag(response, kept)


@router.put(
    "/{request_id}/voice-notes/{voice_note_id}",
    operation_id="help_requests.keep_voice_note",
    response_model=HelpVoiceNoteRead,
    responses=answers(policy.NotTheAsker, BornDifferently, RecordingTooLarge, NotARecording),
    summary="Keep what the asker said",
    description="The body is the sound itself: WebM or Ogg with Opus, or MP4 with AAC, at most 1000 kB. It takes the "
    "place of the note before. Equal content under the same id answers the stored note.",
    openapi_extra={"requestBody": {"required": True, "content": A_RECORDING}},
)
async def keep_voice_note(
    request_id: uuid.UUID,
    voice_note_id: uuid.UUID,
    seconds: Seconds,
    actor: CurrentActor,
    store: Store,
    files: Files,
    heard: Heard,
) -> object:
    given = HelpVoiceNoteNew(voice_note_id, heard, seconds)
    await store.read(voice_notes.check_may_keep, actor, request_id=request_id)
    async with files.keeping(given.file_of(actor), heard.content):
        return await store.write(
            voice_notes.keep, actor, request_id=request_id, given=given, files=files
        )


@router.get(
    "/{request_id}/voice-notes/{voice_note_id}",
    operation_id="help_requests.hear_voice_note",
    summary="The sound of a request",
    description="For whoever may read the request, and listed like it. Ranges are answered.",
    response_class=Response,
    responses={
        200: {
            "description": "The sound, as it was recorded.",
            "content": A_RECORDING,
            "headers": OF_A_SOUND,
        },
        206: {"description": "The part asked for.", "content": A_RECORDING, "headers": OF_A_SOUND},
        **answers(RecordingLost, PartBeyond),
    },
)
async def hear_voice_note(
    request_id: uuid.UUID,
    voice_note_id: uuid.UUID,
    actor: CurrentActor,
    store: Store,
    files: Files,
    part: Annotated[Part, Depends()],
) -> Response:
    note = await store.read(voice_notes.hear, actor, request_id=request_id, note_id=voice_note_id)
    return await played(files, part, file=note.file, form=note.form, digest=note.digest)


@router.delete(
    "/{request_id}/voice-notes/{voice_note_id}",
    status_code=204,
    operation_id="help_requests.remove_voice_note",
    responses=answers(policy.NotTheAsker),
    summary="Take what you said away",
    description="By the asker. The sound is gone for good.",
)
async def remove_voice_note(
    request_id: uuid.UUID, voice_note_id: uuid.UUID, actor: CurrentActor, store: Store, files: Files
) -> None:
    await store.write(
        voice_notes.remove, actor, request_id=request_id, note_id=voice_note_id, files=files
    )
