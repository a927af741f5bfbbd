"""What an author says to a part of a share, over HTTP."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.kit.errors import BornDifferently
from api.kit.http import Store, answers
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
from api.shares.models import PartKey
from api.shares.policy import NotYourShare, OnlyPart, OtherParts
from api.shares.schemas import PartVoiceNoteRead
from api.shares.voice_notes import service
from api.shares.voice_notes.service import PartVoiceNoteNew

router = APIRouter()

ToPart = Annotated[PartKey, Query(alias="part", description="The part that it tells.")]
Seconds = Annotated[int, Query(ge=1, le=MOST_SECONDS, description="How long it is.")]


@router.put(
    "/{share_id}/voice-notes/{recording_id}",
    operation_id="shares.keep_voice_note",
    response_model=PartVoiceNoteRead,
    responses=answers(NotYourShare, OtherParts, BornDifferently, RecordingTooLarge, NotARecording),
    summary="Keep what its author said to a part",
    description="The body is the sound itself: WebM or Ogg with Opus, or MP4 with AAC, at most 1000 kB. The part is "
    "told by it, with words or without. It takes the place of the note before at that part. Equal content under the "
    "same id answers the stored note.",
    openapi_extra={"requestBody": {"required": True, "content": A_RECORDING}},
)
async def keep_voice_note(
    share_id: uuid.UUID,
    recording_id: uuid.UUID,
    part: ToPart,
    seconds: Seconds,
    actor: CurrentActor,
    store: Store,
    files: Files,
    heard: Heard,
) -> object:
    given = PartVoiceNoteNew(recording_id, part, heard, seconds)
    await store.read(service.check_may_keep, actor, share_id=share_id, part=part)
    async with files.keeping(given.file_of(actor), heard.content):
        return await store.write(service.keep, actor, share_id=share_id, given=given, files=files)


@router.get(
    "/{share_id}/voice-notes/{recording_id}",
    operation_id="shares.hear_voice_note",
    summary="The sound of a part",
    description="For whoever may read the share; like reading it, it is not listed to its author. Ranges are answered.",
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
    share_id: uuid.UUID,
    recording_id: uuid.UUID,
    actor: CurrentActor,
    store: Store,
    files: Files,
    part: Annotated[Part, Depends()],
) -> Response:
    note = await store.read(service.hear, actor, share_id=share_id, note_id=recording_id)
    return await played(files, part, file=note.file, form=note.form, digest=note.digest)


@router.delete(
    "/{share_id}/voice-notes/{recording_id}",
    status_code=204,
    operation_id="shares.remove_voice_note",
    responses=answers(NotYourShare, OnlyPart),
    summary="Take what you said to a part away",
    description="By the author. The sound is gone for good; a part without words is then told no longer.",
)
async def remove_voice_note(
    share_id: uuid.UUID, recording_id: uuid.UUID, actor: CurrentActor, store: Store, files: Files
) -> None:
    await store.write(service.remove, actor, share_id=share_id, note_id=recording_id, files=files)
