"""Wire shapes of the ladder."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from api.clients.schemas import ClientRef
from api.kit.wire import AN_ID, Bilingual, InputModel, ReadModel, Text, example
from api.people.schemas import PersonRef
from api.ride_alongs.models import Rung


class RungMoveNew(InputModel):
    """One rung up or down in one skill. The visits that speak for it are found by the server."""

    model_config = example(id=AN_ID, skill_key="objections", to_rung="do", why="两家都接住了")

    id: UUID | None = Field(default=None, description="Born on the device, else made here.")
    skill_key: Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")]
    to_rung: Rung
    why: Text | None = None


class RungMoveAnswer(InputModel):
    model_config = example(agrees=True)

    agrees: bool


class SeenAtRead(ReadModel):
    """A visit at a rung, and the day on which the two rode there."""

    visit_id: UUID
    ride_along_id: UUID
    day: date
    client: ClientRef


class RungMoveRead(ReadModel):
    id: UUID
    skill_key: str
    from_rung: Rung
    to_rung: Rung
    proposed_by: PersonRef
    proposed_at: datetime
    why: str | None
    evidence: list[UUID] = Field(description="Visits at the rung that speak for it.")
    seen_at: list[SeenAtRead] = Field(description="The same visits, with their day and client.")
    agrees: bool | None = Field(description="Null while it waits for the other side.")
    answered_by: PersonRef | None
    day: date | None = Field(description="The day it counts from; one move of a skill a day.")
    version: int


class SkillRung(ReadModel):
    skill_key: str
    name: Bilingual
    rung: Rung
    since: date | None = Field(description="Null on the first rung before any move.")
    visits: list[UUID] = Field(description="Visits at this rung since; two speak for the next one.")
    seen_at: list[SeenAtRead] = Field(description="The same visits, with their day and client.")
    open_move: RungMoveRead | None


class LadderRead(ReadModel):
    """Where somebody stands in each skill. Skills are never added up."""

    person: PersonRef
    order: list[Rung] = Field(description="The organisation's order of the rungs.")
    skills: list[SkillRung]
    moves: list[RungMoveRead] = Field(
        description="Proposed, agreed and declined; the newest first."
    )
