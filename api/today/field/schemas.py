"""Wire shapes of what is told without naming anybody: `null` in the place of a count is "fewer than five"."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import Bilingual, ReadModel
from api.people.schemas import PersonRef
from api.today.schemas import TeamName


class HeardDays(ReadModel):
    """Ten whole working days in two halves: from `since` to `until`, and from `before_since` until then."""

    before_since: date
    since: date
    until: date = Field(
        description="Today once its evening has closed, else the working day before."
    )


class HeardOfType(ReadModel):
    """How often an objection was heard; `null` is fewer than five times."""

    type_key: str | None = Field(description="Null: words that no type of the playbook names.")
    name: Bilingual | None
    times: int | None
    times_before: int | None


class HeardCounts(ReadModel):
    """What clients said against it, the most heard first; what was heard less than five times in both halves is not listed."""

    visits: int | None = Field(description="Check-ins of these days; null is fewer than five.")
    visits_before: int | None
    types: list[HeardOfType]


class PlannedCounts(ReadModel):
    """Tomorrow's visits of a team. All null where fewer than five reps work; else `null` is fewer than five visits."""

    visits: int | None
    with_answers: int | None = Field(description="Of these, with all four answers.")
    with_drill: int | None = Field(description="Of these, played by their rep at least once.")
    big_orders: int | None = Field(description="Told from one on.")
    big_orders_prepared: int | None = Field(description="With four answers and a round.")


class TeamOfRegion(ReadModel):
    """A team in counts. Whoever wants to know more asks its manager."""

    id: UUID
    name: Bilingual
    manager: PersonRef | None
    reps: int = Field(description="Active reps.")
    help_waiting: int = Field(description="Help requests that wait for an answer.")
    planned: PlannedCounts
    heard: HeardCounts


class RegionTodayRead(ReadModel):
    """A region in counts, without a single name but the managers'."""

    day: date
    tomorrow: date = Field(description="The next working day.")
    region: TeamName | None
    heard_days: HeardDays
    teams: list[TeamOfRegion] = Field(description="By name.")


class NewcomerRead(ReadModel):
    """Somebody who is new, and who walks beside them."""

    person: PersonRef
    team: TeamName | None
    joined_on: date
    mentor: PersonRef | None


class FieldTodayRead(ReadModel):
    """What the whole organisation hears from clients, and who is new."""

    day: date
    heard_days: HeardDays
    heard: HeardCounts
    newcomers: list[NewcomerRead] = Field(description="In the order of joining, at most 100.")
