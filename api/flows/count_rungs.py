"""Up one rung when both agree: the ladder is what ability goals are set on (domain.md §2.0, ladder rung)."""

from uuid import UUID

from sqlmodel import Session

from api.goals import service as goals
from api.goals.models import CountedKind
from api.goals.service import Countable
from api.kit.events import on
from api.people.policy import Actor
from api.ride_alongs.events import RungMoved
from api.ride_alongs.ladder.policy import goes_up


@on(RungMoved)
def count_rungs(db: Session, fact: RungMoved, organisation_id: UUID) -> None:
    """A step down is taken without blame: it takes nothing away."""
    if goes_up(Actor.method(db, organisation_id), fact.from_rung, fact.to_rung):
        counted = Countable(CountedKind.RUNG, fact.move_id, fact.person_id, fact.day, None)
        goals.count(db, organisation_id, counted=counted)
