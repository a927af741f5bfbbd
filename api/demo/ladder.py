"""The newcomers' ladder: a rung up when two visits at the rung speak for it, at most one in a day."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from api.demo.ledger import Ledger, born_as, seeded
from api.demo.month import Month
from api.demo.ride_days import STORY, RideDay
from api.people.policy import USUAL_SETTINGS
from api.ride_alongs.ladder.models import RungEvidence, RungMove, Standing
from api.ride_alongs.ladder.policy import VISITS_BEFORE_UP
from api.ride_alongs.models import RideAlong, RideVisit, Rung, RungChoice
from api.visits.models import VisitState

ORDER = [Rung(name) for name in USUAL_SETTINGS["rungs"]]
GOES_UP = 0.75


class Climb:
    """Where each newcomer stands in the skill of their ride-alongs; the others are on the last rung already."""

    def __init__(self, ledger: Ledger, month: Month) -> None:
        self.ledger = ledger
        self.month = month
        self.chance = seeded("ladder")
        self.standings: dict[tuple[str, str], Standing] = {}
        self.at_rung: dict[tuple[str, str], list[UUID]] = defaultdict(list)

    def rung_of(self, login: str, skill_key: str) -> Rung:
        row = self.standings.get((login, skill_key))
        return Rung(row.rung) if row is not None else ORDER[0]

    def after(self, ride: RideAlong, one: RideDay, at: datetime) -> None:
        """Both look at the visits of the day, and those before at the same rung."""
        if not one.apprentice.newcomer:
            return
        key = (one.apprentice.login, str(ride.focus_skill_key))
        current = self.rung_of(*key)
        self.at_rung[key] += self._made_at(one, current)
        enough = len(self.at_rung[key]) >= VISITS_BEFORE_UP
        ready = self.chance.random() < GOES_UP or one.apprentice.login in STORY
        if enough and ready and current is not ORDER[-1]:
            self._up(ride, key, current, at)

    def _made_at(self, one: RideDay, rung: Rung) -> list[UUID]:
        """Visits of this day that took place, on this rung."""
        made = {told.visit.id for told in one.visits if told.visit.state is VisitState.DONE}
        rows = {row.id: row.visit_id for row in self.ledger.of(RideVisit)}
        return [
            rows[choice.ride_visit_id]
            for choice in self.ledger.of(RungChoice)
            if choice.rung is rung and rows[choice.ride_visit_id] in made
        ]

    def _up(self, ride: RideAlong, key: tuple[str, str], current: Rung, at: datetime) -> None:
        above = ORDER[ORDER.index(current) + 1]
        move = self.ledger.add(
            RungMove,
            at,
            person_id=ride.apprentice_id,
            skill_key=key[1],
            from_rung=current,
            to_rung=above,
            proposed_by_id=ride.mentor_id,
            answered_by_id=ride.apprentice_id,
            answered_at=at,
            agrees=True,
            day=ride.day,
            birth_digest=b"",
        )
        move.birth_digest = born_as(move.id)
        for visit_id in self.at_rung.pop(key):
            self.ledger.add(RungEvidence, at, move_id=move.id, visit_id=visit_id)
        row = self.standings.get(key)
        if row is None:
            row = self.standings[key] = self.ledger.add(
                Standing,
                at,
                person_id=ride.apprentice_id,
                skill_key=key[1],
                rung=above,
                since=ride.day,
            )
        row.rung, row.since, row.updated_at = above, ride.day, at
