"""什么异议没接住,隔三、六、九个工作日再练: an objection lost at a visit comes back to the evening (domain.md §4, §5 idea 9)."""

from uuid import UUID

from sqlmodel import Session

from api.drills.deck import service as deck
from api.kit.events import on
from api.people.policy import Actor
from api.visits.events import CheckInAmended, VisitCheckedIn


@on(VisitCheckedIn)
def lay_into_the_deck(db: Session, fact: VisitCheckedIn, organisation_id: UUID) -> None:
    """A visit that stalled or was lost has lost what was said there, until the rep says how it went."""
    if fact.outcome in deck.LOSES:
        deck.return_lost(db, Actor.method(db, organisation_id), visit_id=fact.visit_id)


@on(CheckInAmended)
def follow_the_correction(db: Session, fact: CheckInAmended, organisation_id: UUID) -> None:
    deck.return_lost(db, Actor.method(db, organisation_id), visit_id=fact.visit_id)
