"""面向全体新进员工，5 天: whoever joins as a newcomer has a camp from the join date on, and nobody has to think of it (domain.md 13)."""

from uuid import UUID

from sqlmodel import Session

from api.kit.events import on
from api.people.events import PersonChanged, PersonJoined
from api.people.policy import Actor
from api.training.camps import service as camps


@on(PersonJoined)
def begin_with_the_join_date(db: Session, fact: PersonJoined, organisation_id: UUID) -> None:
    """They have taken up their invitation."""
    actor = Actor.method(db, organisation_id)
    camps.follow_join_date(db, actor, person_id=fact.person_id, joining=True)


@on(PersonChanged)
def begin_once_a_newcomer(db: Session, fact: PersonChanged, organisation_id: UUID) -> None:
    """Marked as new a little later, or joining on another day than was said."""
    actor = Actor.method(db, organisation_id)
    camps.follow_join_date(db, actor, person_id=fact.person_id, joining=False)
