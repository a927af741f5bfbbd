"""What reps told their team about the next morning: most of them, on most days; some of them want company."""

from collections import defaultdict
from datetime import timedelta
from uuid import UUID

from api.demo.ledger import Ledger, seeded
from api.demo.month import TODAY, Month
from api.demo.people import Cast
from api.demo.visits import Told
from api.visits.kick_offs.models import KickOff
from api.visits.models import Visit, VisitState

TELLS, WANTS_COMPANY = 0.75, 0.25


def kick_offs_of_the_month(ledger: Ledger, month: Month, cast: Cast, told: list[Told]) -> None:
    """Told the evening before, of a visit with an aim; the largest order first."""
    chance = seeded("kick-offs")
    teams = {one.id: one.team_id for one in cast.people.values()}
    for (day, rep_id), visits in sorted(_ahead(told).items()):
        if chance.random() > TELLS:
            continue
        top = max(visits, key=lambda one: (one.expected_minor or 0, one.id))
        wishes = chance.random() < WANTS_COMPANY
        moment = month.at(day - 1, "19:40") + timedelta(seconds=len(ledger.of(KickOff)))
        told_to = {"team_id": teams[rep_id], "day": top.day, "wants_company": wishes}
        ledger.add(KickOff, moment, person_id=rep_id, visit_id=top.id, **told_to)


def _ahead(told: list[Told]) -> dict[tuple[int, UUID], list[Visit]]:
    """The visits of each rep and day that were planned with an aim."""
    found: dict[tuple[int, UUID], list[Visit]] = defaultdict(list)
    for one in told:
        gone = one.visit.state in (VisitState.MOVED, VisitState.CANCELLED)
        if one.stop.planned and one.visit.aim and not gone and 0 < one.stop.day <= TODAY:
            found[one.stop.day, one.visit.rep_id].append(one.visit)
    return found
