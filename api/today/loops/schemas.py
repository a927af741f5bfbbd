"""Loops on the wire."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import Bilingual, ReadModel
from api.people.schemas import PersonRef
from api.today.loops.policy import Stage


class StepRead(ReadModel):
    """One step of a loop: none of them is missing in silence, `n` is 0 then."""

    stage: Stage
    n: int = Field(description="How often since the step before it.")
    on: date | None = Field(description="The first of them.")
    lag_days: int | None = Field(description="Days after the step before it, days off included.")
    record_id: UUID | None = Field(description="The class, drill, ride-along or visit of that day.")


class LoopRead(ReadModel):
    """Of one skill: lesson → drill → ride-along → visit → outcome. Counts one after the other, never a cause."""

    skill_key: str
    name: Bilingual
    steps: list[StepRead]
    visits: int = Field(description="Visits since then that asked for this skill.")
    moved: int | None = Field(description="How many of them got further; null below twenty.")
    breaks_at: Stage | None = Field(description="The first step that is missing.")


class LoopsRead(ReadModel):
    person: PersonRef
    since: date
    until: date
    loops: list[LoopRead] = Field(
        description="In the order of the playbook; skills with no step at all are left out."
    )
