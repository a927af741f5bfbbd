"""Wire shapes of what is noted on the way."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from api.kit.wire import AN_ID, ANOTHER_ID, InputModel, Line, Moment, ReadModel, example
from api.people.schemas import PersonRef
from api.ride_alongs.field.models import ReplayOf, Tag, WhyRescued

Key = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")]


class Noted(InputModel):
    """What every note says: its id, born on the device, when it was, and at which visit."""

    id: UUID
    at: Moment = Field(description="By the device's clock.")
    visit_id: UUID | None = Field(
        default=None, description="A visit of that day; left out: between two visits."
    )


class MomentNew(Noted):
    """A moment: one tap for the tag, words now, later or never."""

    model_config = example(
        id=AN_ID, at="2026-11-27T03:12:00Z", visit_id=ANOTHER_ID, tag="heard", words="三万块太贵了"
    )

    tag: Tag
    words: Line | None = None


class MomentWords(InputModel):
    model_config = example(words="三万块太贵了")

    words: Line | None


class RescueNew(Noted):
    """The mentor stepped in."""

    model_config = example(
        id=AN_ID,
        at="2026-11-27T03:21:00Z",
        visit_id=ANOTHER_ID,
        why="stuck",
        type_key="partner",
        said="要跟合伙人商量",
    )

    why: WhyRescued
    words: Line | None = None
    skill_key: Key | None = Field(default=None, description="Left out: the focus skill of the day.")
    type_key: Key | None = Field(default=None, description="The objection it was about.")
    said: Line | None = Field(default=None, description="The client's own words.")


class CurbsideNew(Noted):
    """One line after the door: in words here, or as a voice note that follows."""

    model_config = example(
        id=AN_ID, at="2026-11-27T03:40:00Z", visit_id=ANOTHER_ID, words="下一家你来开口"
    )

    words: Line | None = None


class WatchedGiven(InputModel):
    model_config = example(at="2026-11-27T02:20:00Z")

    at: Moment


class ReplayGiven(InputModel):
    model_config = example(of_kind="moment")

    of_kind: ReplayOf


class MomentRead(ReadModel):
    id: UUID
    by: PersonRef
    at: datetime
    visit_id: UUID | None
    tag: Tag
    words: str | None


class RescueRead(ReadModel):
    id: UUID
    at: datetime
    visit_id: UUID | None
    why: WhyRescued
    words: str | None
    skill_key: str | None
    type_key: str | None
    said: str | None


class CurbsideRead(ReadModel):
    """`seconds` is the length of its voice note, when one was recorded."""

    id: UUID
    by: PersonRef
    at: datetime
    visit_id: UUID | None
    words: str | None
    voice_note_id: UUID | None
    seconds: int | None


class WatchedRead(ReadModel):
    visit_id: UUID
    behaviour_id: UUID
    at: datetime
