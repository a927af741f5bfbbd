"""The visits behind an answer's counts: playbook and visits read side by side."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.playbook.answers import queries as answers
from api.playbook.models import AnswerUse, UseResult
from api.visits.models import Visit
from api.visits.policy import visible_to


@dataclass(frozen=True)
class UseView:
    """A use; the visit is left out where this reader may not see it."""

    id: UUID
    day: date
    result: UseResult
    visit_id: UUID | None
    client: ClientRef | None


def of_answer(db: Session, actor: Actor, *, answer_id: UUID, asked: PageAsked) -> Paged[UseView]:
    """The latest day first; whoever's visits are shown with it is told who looked."""
    answers.find(db, actor.organisation_id, answer_id)
    statement = (
        select(AnswerUse, Visit, col(Client.name))
        .select_from(AnswerUse)
        .outerjoin(Visit, sa.and_(visible_to(actor), col(Visit.id) == col(AnswerUse.visit_id)))
        .outerjoin(Client, _beside_visit(col(Client.id) == col(Visit.client_id)))
        .where(
            col(AnswerUse.organisation_id) == actor.organisation_id,
            col(AnswerUse.answer_id) == answer_id,
            col(AnswerUse.deleted_at).is_(None),
        )
    )
    keys = [Key(col(AnswerUse.day), "desc"), Key(col(AnswerUse.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    for _, visit, _ in found.items:
        if visit is not None:
            seen(db, actor, visit.rep_id, SightKind.VISITS)
    return Paged([_view(*row) for row in found.items], found.next_cursor)


def _beside_visit(condition: Any) -> Any:
    return sa.and_(col(Client.organisation_id) == col(Visit.organisation_id), condition)


def _view(use: AnswerUse, visit: Visit | None, client: str | None) -> UseView:
    if visit is None or client is None:
        return UseView(use.id, use.day, use.result, None, None)
    return UseView(use.id, use.day, use.result, visit.id, ClientRef(visit.client_id, client))
