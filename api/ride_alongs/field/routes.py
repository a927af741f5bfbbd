"""Routes of what is noted on the way."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response, status

from api.kit.errors import BornDifferently
from api.kit.http import Birth, Store, answers
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
from api.playbook.policy import ObjectionTypeUnknown, SkillUnknown
from api.ride_alongs import policy
from api.ride_alongs.field import service
from api.ride_alongs.field.schemas import (
    CurbsideNew,
    CurbsideRead,
    MomentNew,
    MomentRead,
    MomentWords,
    ReplayGiven,
    RescueNew,
    RescueRead,
    WatchedGiven,
    WatchedRead,
)
from api.ride_alongs.field.service import NothingToReplay, VoiceLineNew

router = APIRouter(prefix="/ride-alongs/{ride_along_id}", tags=["ride-alongs"])

Seconds = Annotated[int, Query(ge=1, le=MOST_SECONDS, description="How long it is.")]
ON_THE_WAY = (
    BornDifferently,
    policy.OnlyTheTwo,
    policy.NotAcceptedYet,
    policy.VisitNotOfThatDay,
    policy.VisitRidesAlready,
    policy.NotedOnAnotherDay,
)


@router.post(
    "/moments",
    status_code=status.HTTP_201_CREATED,
    operation_id="ride_alongs.note_moment",
    response_model=MomentRead,
    responses=answers(*ON_THE_WAY),
    summary="Note a moment",
    description="By either of the two, from any device, in any order: both sets of notes stand side by side.",
)
async def note_moment(
    ride_along_id: UUID, given: MomentNew, actor: CurrentActor, store: Store, birth: Birth
) -> object:
    return await store.write(
        service.note_moment, actor, ride_id=ride_along_id, given=given, birth=birth
    )


@router.put(
    "/moments/{moment_id}/words",
    operation_id="ride_alongs.put_moment_in_words",
    response_model=MomentRead,
    responses=answers(policy.OnlyTheTwo, policy.NotAcceptedYet),
    summary="Put your moment in words",
    description="By whoever noted it. One tap first, the words when a hand is free.",
)
async def put_in_words(
    ride_along_id: UUID, moment_id: UUID, given: MomentWords, actor: CurrentActor, store: Store
) -> object:
    of = {"ride_id": ride_along_id, "moment_id": moment_id}
    return await store.write(service.put_in_words, actor, given=given, **of)


@router.post(
    "/rescues",
    status_code=status.HTTP_201_CREATED,
    operation_id="ride_alongs.step_in",
    response_model=RescueRead,
    responses=answers(*ON_THE_WAY, policy.OnlyTheMentor, SkillUnknown, ObjectionTypeUnknown),
    summary="Note that you stepped in",
    description="By the mentor of the day, who alone reads it: stepping in too early is a finding for the mentor.",
)
async def step_in(
    ride_along_id: UUID, given: RescueNew, actor: CurrentActor, store: Store, birth: Birth
) -> object:
    return await store.write(
        service.step_in, actor, ride_id=ride_along_id, given=given, birth=birth
    )


@router.post(
    "/curbside",
    status_code=status.HTTP_201_CREATED,
    operation_id="ride_alongs.say_at_the_kerb",
    response_model=CurbsideRead,
    responses=answers(*ON_THE_WAY),
    summary="One line after the door",
    description="In words, or as a voice note of at most a minute that follows under the line's id.",
)
async def say_at_the_kerb(
    ride_along_id: UUID, given: CurbsideNew, actor: CurrentActor, store: Store, birth: Birth
) -> object:
    return await store.write(
        service.say_at_the_kerb, actor, ride_id=ride_along_id, given=given, birth=birth
    )


@router.put(
    "/curbside/{line_id}/voice-notes/{sound_id}",
    operation_id="ride_alongs.keep_voice_line",
    response_model=CurbsideRead,
    responses=answers(
        policy.OnlyTheTwo,
        policy.NotAcceptedYet,
        BornDifferently,
        RecordingTooLarge,
        NotARecording,
    ),
    summary="Keep what was said after the door",
    description="The body is the sound itself, at most 60 seconds and 1000 kB. By whoever noted the line. Equal content "
    "under the same id answers the stored note.",
    openapi_extra={"requestBody": {"required": True, "content": A_RECORDING}},
)
async def keep_voice_line(
    ride_along_id: UUID,
    line_id: UUID,
    sound_id: UUID,
    seconds: Seconds,
    actor: CurrentActor,
    store: Store,
    files: Files,
    heard: Heard,
) -> object:
    given = VoiceLineNew(sound_id, heard, seconds)
    of = {"ride_id": ride_along_id, "line_id": line_id}
    await store.read(service.check_may_speak, actor, **of)
    async with files.keeping(given.file_of(actor), heard.content):
        return await store.write(service.keep_voice, actor, given=given, files=files, **of)


@router.get(
    "/curbside/{line_id}/voice-notes/{sound_id}",
    operation_id="ride_alongs.hear_voice_line",
    summary="The sound of a curbside line",
    description="For the two who rode. Ranges are answered.",
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
async def hear_voice_line(
    ride_along_id: UUID,
    line_id: UUID,
    sound_id: UUID,
    actor: CurrentActor,
    store: Store,
    files: Files,
    part: Annotated[Part, Depends()],
) -> Response:
    of = {"ride_id": ride_along_id, "line_id": line_id}
    note = await store.read(service.hear, actor, note_id=sound_id, **of)
    return await played(files, part, file=note.file, form=note.form, digest=note.digest)


@router.put(
    "/visits/{visit_id}/watched/{behaviour_id}",
    operation_id="ride_alongs.watch",
    response_model=WatchedRead,
    responses=answers(*ON_THE_WAY, policy.OnlyTheApprentice),
    summary="I saw it done",
    description="By the apprentice, from the watch-list of the focus skill. Ticked again, it changes nothing.",
)
async def watch(
    ride_along_id: UUID,
    visit_id: UUID,
    behaviour_id: UUID,
    given: WatchedGiven,
    actor: CurrentActor,
    store: Store,
) -> object:
    of = {"ride_id": ride_along_id, "visit_id": visit_id, "behaviour_id": behaviour_id}
    return await store.write(service.watch, actor, given=given, **of)


@router.delete(
    "/visits/{visit_id}/watched/{behaviour_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    operation_id="ride_alongs.unwatch",
    responses=answers(policy.OnlyTheTwo, policy.NotAcceptedYet, policy.OnlyTheApprentice),
    summary="I did not see it after all",
    description="By the apprentice.",
)
async def unwatch(
    ride_along_id: UUID, visit_id: UUID, behaviour_id: UUID, actor: CurrentActor, store: Store
) -> None:
    of = {"ride_id": ride_along_id, "visit_id": visit_id, "behaviour_id": behaviour_id}
    await store.write(service.unwatch, actor, **of)


@router.put(
    "/replays/{noted_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    operation_id="ride_alongs.replay",
    responses=answers(policy.OnlyTheTwo, policy.NotAcceptedYet, NothingToReplay),
    summary="Replay it tonight",
    description="Lays a moment, or a rescue of your own, into tonight's deck of the apprentice with what the client said.",
)
async def replay(
    ride_along_id: UUID, noted_id: UUID, given: ReplayGiven, actor: CurrentActor, store: Store
) -> None:
    await store.write(service.replay, actor, ride_id=ride_along_id, of_id=noted_id, given=given)
