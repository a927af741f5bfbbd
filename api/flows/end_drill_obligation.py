"""通关了就不再天天练: whoever has passed is no newcomer any more, so that no evening asks for a drill (domain.md §4)."""

from uuid import UUID

from sqlmodel import Session

from api.kit.events import on
from api.people import service as people
from api.training.events import CertificationPassed


@on(CertificationPassed)
def ask_no_more(db: Session, fact: CertificationPassed, organisation_id: UUID) -> None:
    """Evenings by need stay: a big order tomorrow, or an objection that stalled twice."""
    people.no_longer_new(db, organisation_id, fact.person_id)
