"""Certifications on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from api.kit.wire import AN_ID, ANOTHER_ID, Bilingual, Day, InputModel, ReadModel, Text, example
from api.people.schemas import PersonRef
from api.training.certification_template.models import CertificationArea
from api.training.certifications.models import CertificationState

Mark = Annotated[int, Field(ge=1, le=5)]


class CertificationNew(InputModel):
    """Two assessors, at least one of them not the rep's mentor."""

    model_config = example(
        person_id=AN_ID,
        assessor_ids=[AN_ID, ANOTHER_ID],
        day="2026-11-27",
        must_pass="objections",  # noqa: S106 - an area of the sale
    )

    id: UUID | None = Field(default=None, description="Born on the device, else made here.")
    person_id: UUID
    assessor_ids: list[UUID] = Field(min_length=2, max_length=2)
    day: Day
    must_pass: CertificationArea | None = Field(
        default=None,
        description="The area that has to hold with each of the two, not only on their average; the template's when left out.",
    )


class MarksGiven(InputModel):
    """From 1 (not seen) over 3 (does it alone) to 5 (could show others), and two lines to take along."""

    model_config = example(
        opening=4,
        discovery=3,
        presentation=3,
        objections=4,
        close=3,
        collection=3,
        strong="Asked who decides before naming a price.",
        next="Count by order, not by year.",
    )

    opening: Mark
    discovery: Mark
    presentation: Mark
    objections: Mark
    close: Mark
    collection: Mark
    strong: Text
    next: Text


class CertificationMove(InputModel):
    """Another day."""

    model_config = example(day="2026-12-01")

    day: Day


class SeatRead(ReadModel):
    """What is marked is null until it may be read: by its assessor and the rep at once, by others once both have."""

    assessor: PersonRef
    marked: bool
    marks: dict[CertificationArea, int] | None
    strong: str | None
    next: str | None


class CertificationCardRead(ReadModel):
    id: UUID
    person: PersonRef
    day: date
    must_pass: CertificationArea
    state: CertificationState
    assessors: list[PersonRef]
    waits_for_me: bool = Field(
        description="You assess, its day has come, and you have not marked it yet."
    )


class CertificationRead(CertificationCardRead):
    planned_by: PersonRef
    anchors: dict[CertificationArea, list[Bilingual]] = Field(
        description="What the marks from 1 to 5 look like, in the words it was planned with."
    )
    to_practise: list[CertificationArea] = Field(
        description="What does not hold yet; empty until both have marked."
    )
    seats: list[SeatRead]
    version: int
