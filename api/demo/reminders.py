"""The last days' reminders: people saw them and went on; one of today still waits for its reader."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from api.commitments.models import Commitment
from api.demo.ledger import Ledger, seeded
from api.demo.month import TODAY, Month
from api.demo.people import LEAVER, REPS, Cast
from api.drills.evenings.models import PersonsEvening
from api.people.models import Person
from api.reminders.models import Reminder, ReminderKind
from api.reviews.models import Review
from api.reviews.series.models import ReviewSeries
from api.ride_alongs.models import RideAlong
from api.visits.models import Visit

DAYS = range(TODAY - 5, TODAY)
WAITS_FOR = "han.xue"
"""Her weekly review has its next day since this morning, and she has not looked yet."""


class Reminding:
    """What was said on the afternoons and evenings of a working week."""

    def __init__(self, ledger: Ledger, month: Month, cast: Cast) -> None:
        self.ledger, self.month, self.cast = ledger, month, cast
        self.chance = seeded("reminders")
        self.leaver = cast.people[LEAVER].id

    def remind(self) -> None:
        for day in DAYS:
            for told in (*self._afternoon(day), *self._evening(day)):
                if told["person_id"] != self.leaver:
                    self._seen(**told)
        self._waits()

    def _afternoon(self, day: int) -> Iterator[dict[str, Any]]:
        """Of the next working day: rides, and promises to their owners."""
        tomorrow = self.month.days[day + 1]
        moment = self.month.at(day, "16:00")
        usual = {
            "due_at": moment,
            "day": tomorrow,
            "params": {"day": tomorrow.isoformat()},
        }
        for ride in self.ledger.of(RideAlong):
            accepted = ride.accepted_at is not None and ride.accepted_at < moment
            if ride.day == tomorrow and accepted:
                yield usual | {
                    "person_id": ride.apprentice_id,
                    "kind": ReminderKind.RIDE_ALONG,
                    "origin_id": ride.id,
                    "path": f"/ride-alongs/{ride.id}",
                    "until": self.month.at(day + 1, "12:00"),
                }
        for promise in self.ledger.of(Commitment):
            if promise.due == tomorrow and promise.created_at < moment:
                yield usual | {
                    "person_id": promise.owner_id,
                    "kind": ReminderKind.PROMISE,
                    "origin_id": promise.id,
                    "path": f"/people/{promise.owner_id}/promises",
                    "until": self.month.at(day + 1, "20:00"),
                }

    def _evening(self, day: int) -> Iterator[dict[str, Any]]:
        """Newcomers, and whoever had a visit the day after; not those who had moved their evening."""
        opens = self.month.at(day, "18:30")
        visits = {visit.rep_id for visit in self.ledger.of(Visit) if visit.day == self._after(day)}
        for person in self._reps():
            if (person.newcomer or person.id in visits) and not self._moved(person.id, day):
                yield {
                    "person_id": person.id,
                    "kind": ReminderKind.EVENING,
                    "origin_id": person.team_id,
                    "day": self.month.days[day],
                    "params": {},
                    "path": "/evening",
                    "due_at": opens,
                    "until": opens + timedelta(minutes=15),
                }

    def _waits(self) -> None:
        person = self.cast.people[WAITS_FOR]
        series = next(one for one in self.ledger.of(ReviewSeries) if one.person_id == person.id)
        ahead = [one for one in self.ledger.of(Review) if one.series_id == series.id]
        moment = self.month.happened(TODAY, "08:05")
        self._lay(
            moment,
            person_id=person.id,
            kind=ReminderKind.REVIEW_LAID,
            origin_id=series.id,
            day=self.month.today,
            params={},
            path=f"/reviews/{max(ahead, key=lambda one: one.day).id}",
            until=moment + timedelta(days=3),
        )

    def _seen(self, *, due_at: datetime, **told: Any) -> None:
        seen_at = due_at + timedelta(minutes=self.chance.randint(1, 12))
        self._lay(due_at, seen=1, seen_at=seen_at, **told)

    def _lay(self, moment: datetime, **told: Any) -> None:
        self.ledger.add(Reminder, moment, due_at=moment, **told)

    def _reps(self) -> list[Person]:
        return [self.cast.people[part.login] for part in REPS]

    def _after(self, day: int) -> Any:
        return self.month.days[day + 1]

    def _moved(self, person_id: UUID, day: int) -> bool:
        return any(
            one.person_id == person_id and one.day == self.month.days[day] and one.postponed
            for one in self.ledger.of(PersonsEvening)
        )
