"""Which promise stands on which card of a day: what two people agreed on is met again at the next door.

From the method: a review's commitment comes back on the next visit card (domain.md §4). Two lines a card at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.commitments import queries as commitments
from api.commitments.queries import CommitmentView
from api.people.policy import Actor
from api.visits.models import VisitState
from api.visits.queries import VisitView


@dataclass(frozen=True)
class PromiseLine:
    """What the actor promised, as far as a card shows it."""

    id: UUID
    words: str
    due: date


MOST_ON_A_CARD = 2


def promises_for(
    db: Session, actor: Actor, mine: Sequence[VisitView]
) -> dict[UUID, list[PromiseLine]]:
    """By visit, for those still to be made; nothing is asked where none is."""
    ahead = [visit for visit in mine if visit.state == VisitState.PLANNED]
    if not ahead:
        return {}
    return lines(ahead, commitments.open_of(db, actor.organisation_id, actor.person_id))


def lines(
    ahead: Sequence[VisitView], given: Sequence[CommitmentView]
) -> dict[UUID, list[PromiseLine]]:
    """A promise about a client stands first at that client's door; of the others those due first at the next door."""
    found: dict[UUID, list[PromiseLine]] = {}
    general = [one for one in given if one.client_id is None]
    for place, visit in enumerate(ahead):
        at_client = [one for one in given if one.client_id == visit.client.id]
        fitting = [*at_client, *(general if place == 0 else [])]
        found[visit.id] = [
            PromiseLine(one.id, one.words, one.due) for one in fitting[:MOST_ON_A_CARD]
        ]
    return found
