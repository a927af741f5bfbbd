"""One reminder that may be given, and the hours at which they suit."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlmodel import Session

from api.people.policy import Actor
from api.reminders.models import ReminderKind

AFTERNOON = time(16, 0)
"""When the working day before something is reminded of it: early enough to do it before going home."""
NEWS_FOR = timedelta(days=3)


@dataclass(frozen=True)
class Due:
    """Somebody may be reminded from `wanted` on and before `until`; `team_id` when a whole team is told the same."""

    person_id: UUID
    kind: ReminderKind
    origin_id: UUID
    day: date
    path: str
    wanted: datetime
    until: datetime
    params: dict[str, str] = field(default_factory=dict)
    team_id: UUID | None = None

    @property
    def key(self) -> tuple[UUID, str, UUID, date]:
        return self.person_id, self.kind.value, self.origin_id, self.day

    @property
    def tag(self) -> str:
        return f"{self.kind.value}:{self.origin_id.hex}:{self.day:%Y%m%d}"


def near(db: Session, actor: Actor) -> tuple[date, date]:
    """Today and the next working day, with what lies between."""
    today = actor.today(db)
    return today, actor.calendar.next_working(today)


def afternoon_before(actor: Actor, day: date) -> datetime:
    return actor.calendar.moment(actor.calendar.previous_working(day), AFTERNOON)
