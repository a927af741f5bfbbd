"""The newcomers' first week: five camps, of which one still waits for a page, a show and the handshake.

They began by themselves on the join date, in the words that the method proposes.
"""

from typing import Any

from api.demo.ledger import Ledger, words
from api.demo.month import TOMORROW, Month
from api.demo.people import REPS, Cast, Part
from api.training.camp_template.models import CampDimension
from api.training.camp_template.queries import view
from api.training.camps.models import Camp, CampDay


class Camps:
    """Lays each newcomer's five days into the ledger."""

    def __init__(self, ledger: Ledger, month: Month, cast: Cast) -> None:
        self.ledger, self.month, self.cast = ledger, month, cast

    def gather(self) -> None:
        for part in REPS:
            if part.newcomer:
                self._camp(part, words("camps")[part.login])

    def _camp(self, part: Part, told: dict[str, Any]) -> None:
        camp = self.ledger.add(
            Camp,
            self.month.at(0, "08:50"),
            person_id=self.cast.people[part.login].id,
            begins_on=self.month.days[0],
        )
        late = told.get("caught_up", ())
        for place, dimension in enumerate(CampDimension):
            after = 1 if dimension in late else 0
            self._day(camp, place, dimension, told["days"].get(dimension), after=after)
        camp.show_about = told["show"]
        if told.get("in_progress"):
            camp.show_day = self.month.days[TOMORROW]
            camp.updated_at, camp.version = self.month.at(4, "17:10"), 5
            return
        self._ends(camp, part)

    def _day(
        self, camp: Camp, place: int, dimension: CampDimension, said: str | None, *, after: int
    ) -> None:
        """Handed in on its evening, or a day later; one that was missed keeps its date and waits."""
        proposed = view(dimension, None)
        day = self.ledger.add(
            CampDay,
            camp.created_at,
            camp_id=camp.id,
            dimension=dimension,
            day=self.month.days[place],
            title=proposed.title,
            task=proposed.task,
            asked=proposed.asked,
            words=said,
        )
        if said is not None:
            day.done_at = day.updated_at = self.month.at(place + after, "17:40", minutes=place)
            day.version = 2

    def _ends(self, camp: Camp, part: Part) -> None:
        """The show on the fifth day, the manager's word, and two hands."""
        camp.show_day = self.month.days[4]
        camp.show_held_at = self.month.at(4, "18:00")
        camp.show_held_by_id = self.cast.manager_of(part).id
        camp.newcomer_hand_at = self.month.at(4, "18:05")
        camp.mentor_hand_at = camp.finished_at = self.month.at(4, "18:06")
        camp.mentor_id = self.cast.people[part.mentor or ""].id
        camp.updated_at, camp.version = camp.finished_at, 9
