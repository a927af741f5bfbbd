"""及时地发现问题,并帮助解决: who asks for help at a check-in is promised an answer before the evening ends (domain.md 41, 2.7)."""

from uuid import UUID

from sqlmodel import Session

from api.help_requests.from_visits import service as from_visits
from api.kit.events import on
from api.people.policy import Actor
from api.visits.events import CheckInAmended, VisitCheckedIn


@on(VisitCheckedIn)
def ask_for_the_rep(db: Session, fact: VisitCheckedIn, organisation_id: UUID) -> None:
    if fact.wants_help:
        method = Actor.method(db, organisation_id)
        from_visits.follow_check_in(db, method, visit_id=fact.visit_id)


@on(CheckInAmended)
def follow_the_correction(db: Session, fact: CheckInAmended, organisation_id: UUID) -> None:
    if "wants_help" in fact.fields:
        method = Actor.method(db, organisation_id)
        from_visits.follow_check_in(db, method, visit_id=fact.visit_id)
