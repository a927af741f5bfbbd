"""What one rep found in a round or at a visit becomes everybody's answer, and no client is named before the company.

From the method: a shared case carries no client's name outside the team (domain.md §7). The playbook knows
neither rounds nor visits; here it is told whose names stand behind the origin of an answer.
"""

from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.drills import queries as drills
from api.playbook.answers.policy import knows_names
from api.playbook.models import AnswerOrigin
from api.visits import queries as visits


@knows_names(AnswerOrigin.ROUND)
def names_of_a_round(db: Session, organisation_id: UUID, round_id: UUID) -> list[str]:
    return _names(db, organisation_id, drills.client_of(db, organisation_id, round_id))


@knows_names(AnswerOrigin.VISIT)
def names_of_a_visit(db: Session, organisation_id: UUID, visit_id: UUID) -> list[str]:
    return _names(db, organisation_id, visits.client_of(db, organisation_id, visit_id))


def _names(db: Session, organisation_id: UUID, client_id: UUID | None) -> list[str]:
    """The client's and those of its people."""
    if client_id is None:
        return []
    found = clients.refs(db, organisation_id, [client_id])
    people = clients.contacts_of(db, organisation_id, [client_id])
    return [found[client_id].name, *(one.name for one in people.get(client_id, []))]
