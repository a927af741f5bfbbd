"""After the visit the rep says which of the rehearsed lines really came, and each answer carries how often it worked.

From the method: the customer is the only expert (domain.md §1, 2), what a drill kept is proved by the visit of
the next day (§4), and answers age (§5, 8).
"""

from uuid import UUID

from sqlmodel import Session

from api.drills.events import RealityChecked
from api.kit.events import on
from api.playbook.answers import service as answers
from api.playbook.models import UseResult

HOW_IT_WENT = {
    "answered": UseResult.WORKED,
    "partly": UseResult.PARTLY,
    "not_answered": UseResult.NOT,
}


@on(RealityChecked)
def count_answers(db: Session, event: RealityChecked, organisation_id: UUID) -> None:
    """Told again, a visit counts as it is told now: an answer that is no longer named was not said."""
    answers.tell_uses(
        db,
        organisation_id,
        visit_id=event.visit_id,
        by_id=event.rep_id,
        day=event.day,
        results={answer_id: HOW_IT_WENT[result] for answer_id, result in event.answers},
    )
