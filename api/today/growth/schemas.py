"""A growth file on the wire: facts of one person, with how many they are; nothing to set beside another's."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import Bilingual, ReadModel
from api.people.schemas import PersonRef
from api.playbook.answers.schemas import AnswerText
from api.ride_alongs.models import Rung


class BehaviourTrendRead(ReadModel):
    """One behaviour over the weeks of the page. Behaviours are never added up."""

    behaviour_id: UUID
    text: Bilingual
    skill_key: str
    skill: Bilingual
    looked_for: list[int] = Field(
        description="For each week, the rounds in which it was looked for."
    )
    seen: list[int] = Field(description="For each week, the rounds in which it was seen.")
    partly: list[int] = Field(description="For each week, the rounds in which it was partly seen.")


class SeenAtVisit(ReadModel):
    visit_id: UUID
    day: date


class RungReachedRead(ReadModel):
    """A move both agreed on, up or down, from the day it counts."""

    skill_key: str
    name: Bilingual
    from_rung: Rung
    to_rung: Rung
    day: date
    evidence: list[SeenAtVisit] = Field(description="Visits that spoke for it.")


class AnswerSaidRead(ReadModel):
    """An answer that worked at this person's visits, with how often it did, partly or not."""

    answer_id: UUID
    type_key: str
    text: AnswerText
    worked: int
    partly: int
    not_worked: int


class ClassesRead(ReadModel):
    came: int
    caught_up: int = Field(description="Missed, and learned on another day.")
    practised: int = Field(description="Tried afterwards and confirmed by somebody who saw it.")


class GoalsMetRead(ReadModel):
    met: int
    ended: int = Field(description="Agreed goals whose period ended in these weeks.")


class GivenRead(ReadModel):
    """What others got of this person."""

    shares: int
    cases: int
    cases_used: int = Field(description="Visits of others at which one of the cases was used.")
    cases_worked: int
    answers_used: int = Field(description="Visits of others at which one of the answers was said.")
    answers_worked: int


class ThanksReceivedRead(ReadModel):
    for_shares: int
    for_goals: int
    for_help: int = Field(description="Requests of others that this person's answer helped.")


class PromisesRead(ReadModel):
    """Of those settled in these weeks."""

    settled: int
    kept: int
    partly: int


class GrowthRead(ReadModel):
    """Twelve weeks of one person's growth file, whichever team they worked in."""

    person: PersonRef
    weeks: list[date] = Field(description="The Mondays of the twelve weeks, the earliest first.")
    until: date = Field(description="The last day of the last week that is counted.")
    earlier: date | None = Field(
        description="Send it as `to` for the twelve weeks before; null before this person joined."
    )
    rounds: list[int] = Field(description="For each week, the rounds fired.")
    behaviours: list[BehaviourTrendRead] = Field(
        description="Those looked for in a round, in the order of the playbook."
    )
    rungs: list[RungReachedRead] = Field(description="The latest twelve, the newest first.")
    answers: list[AnswerSaidRead] = Field(
        description="The four that worked most often, the most often first."
    )
    classes: ClassesRead
    goals: GoalsMetRead
    given: GivenRead
    thanks: ThanksReceivedRead
    promises_given: PromisesRead
    promises_received: PromisesRead = Field(description="What others promised this person.")
