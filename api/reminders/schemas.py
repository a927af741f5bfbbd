"""Reminders on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from api.kit.wire import Bilingual, InputModel, Moment, ReadModel, example
from api.reminders.models import ReminderKind


class ReminderRead(ReadModel):
    id: UUID
    kind: ReminderKind
    title: Bilingual = Field(
        description="One of a closed list of sentences; never a name, an amount or words."
    )
    about: str | None = Field(
        description="The words of your promise that it is about, for the app alone: a phone that is woken is told the title."
    )
    path: str = Field(description="The screen of the app it leads to.", examples=["/evening"])
    due_at: datetime
    until: datetime = Field(description="When its moment has passed; no phone is woken after it.")
    seen_at: datetime | None


class SeenUntil(InputModel):
    model_config = example(until="2026-03-24T10:31:00Z")

    until: Moment = Field(description="Everything that was due by then.")


class ReminderSettingsGiven(InputModel):
    model_config = example(off=["evening"])

    off: list[ReminderKind] = Field(
        max_length=len(ReminderKind), description="The kinds you want no reminder of."
    )


class ReminderSettingsRead(ReadModel):
    off: list[ReminderKind]
