"""Facts of visits: ids, days and the outcome; nothing a client or a rep said."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from api.kit.events import Event


@dataclass(frozen=True)
class VisitPlanned(Event):
    topic: ClassVar[str] = "visit.planned"

    visit_id: uuid.UUID
    client_id: uuid.UUID
    rep_id: uuid.UUID
    day: date
    purpose: str


@dataclass(frozen=True)
class VisitPlanChanged(Event):
    """The plan of a visit that has not taken place; `fields` names what changed."""

    topic: ClassVar[str] = "visit.plan_changed"

    visit_id: uuid.UUID
    client_id: uuid.UUID
    rep_id: uuid.UUID
    day: date
    fields: tuple[str, ...]


@dataclass(frozen=True)
class VisitMoved(Event):
    """`new_visit_id` is the planned visit on the other day."""

    topic: ClassVar[str] = "visit.moved"

    visit_id: uuid.UUID
    new_visit_id: uuid.UUID
    client_id: uuid.UUID
    rep_id: uuid.UUID
    day: date
    to_day: date


@dataclass(frozen=True)
class VisitCancelled(Event):
    topic: ClassVar[str] = "visit.cancelled"

    visit_id: uuid.UUID
    client_id: uuid.UUID
    rep_id: uuid.UUID
    day: date


@dataclass(frozen=True)
class VisitCheckedIn(Event):
    """`objection_keys` are types of the playbook, in the order they were heard."""

    topic: ClassVar[str] = "visit.checked_in"

    visit_id: uuid.UUID
    client_id: uuid.UUID
    rep_id: uuid.UUID
    day: date
    happened_at: datetime
    outcome: str
    effective: bool
    wants_help: bool
    objection_keys: tuple[str, ...]
    next_on: date | None


@dataclass(frozen=True)
class CheckInAmended(Event):
    """A check-in was corrected; `fields` names what changed, `after_evening` whether the change is listed."""

    topic: ClassVar[str] = "visit.check_in_amended"

    visit_id: uuid.UUID
    client_id: uuid.UUID
    rep_id: uuid.UUID
    fields: tuple[str, ...]
    outcome: str
    effective: bool
    after_evening: bool


@dataclass(frozen=True)
class VisitsHandedOver(Event):
    """Planned visits moved with their clients."""

    topic: ClassVar[str] = "visits.handed_over"

    from_id: uuid.UUID
    to_id: uuid.UUID
    visit_ids: tuple[uuid.UUID, ...]


@dataclass(frozen=True)
class EffectiveVisitRuleAdded(Event):
    """What makes a visit effective from a day on; `requires` are the names of the API."""

    topic: ClassVar[str] = "effective_visit_rule.added"

    rule_id: uuid.UUID
    requires: tuple[str, ...]
    applies_from: date


@dataclass(frozen=True)
class KickOffTold(Event):
    """The team was told about a visit of the day."""

    topic: ClassVar[str] = "kick_off.told"

    visit_id: uuid.UUID
    person_id: uuid.UUID
    team_id: uuid.UUID
    day: date
    wants_company: bool


@dataclass(frozen=True)
class KickOffTakenBack(Event):
    topic: ClassVar[str] = "kick_off.taken_back"

    person_id: uuid.UUID
    team_id: uuid.UUID
    day: date
