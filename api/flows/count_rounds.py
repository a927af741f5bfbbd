"""Sharpshooters are fed bullets: a round fired counts towards whoever sat in the rep's seat (domain.md §1, 31)."""

from uuid import UUID

from sqlmodel import Session

from api.drills import queries as drills
from api.drills.events import RoundPlayed
from api.goals import service as goals
from api.goals.models import CountedKind
from api.goals.service import Countable
from api.kit.events import on


@on(RoundPlayed)
def count_rounds(db: Session, event: RoundPlayed, organisation_id: UUID) -> None:
    """On the evening it belongs to, however late the phone sends it."""
    day = drills.day_of(db, organisation_id, event.drill_id)
    counted = Countable(CountedKind.ROUND, event.round_id, event.rep_id, day, None)
    goals.count(db, organisation_id, counted=counted)
