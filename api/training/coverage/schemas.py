"""Coverage on the wire: products and skills in the order of their own lists, people in the order of their names."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import Bilingual, ReadModel
from api.people.schemas import PersonRef, TeamRef


class ClassOfSubject(ReadModel):
    session_id: UUID
    topic: str
    day: date


class SubjectRead(ReadModel):
    """A product or a skill. What is null was not had yet: something to ask for, and nothing to make up for."""

    key: str
    name: Bilingual
    last_class: ClassOfSubject | None = Field(description="The latest class about it they came to.")
    last_practice: ClassOfSubject | None = Field(
        description="The class whose practice somebody confirmed last, and on which day it was tried."
    )


class CoverageRead(ReadModel):
    """Of one person."""

    person: PersonRef
    products: list[SubjectRead]
    skills: list[SubjectRead]


class NotYetRead(ReadModel):
    key: str
    name: Bilingual
    not_yet: list[PersonRef] = Field(description="Who has had no class about it; by name.")
    nobody: bool = Field(description="Nobody of the team has had it: a topic for the plan.")


class TeamCoverageRead(ReadModel):
    """What a team has not had yet. No person has a sum, and nothing is put in order by one."""

    team: TeamRef
    products: list[NotYetRead]
    skills: list[NotYetRead]
