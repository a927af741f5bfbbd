"""Puts the library beside a visit that is being prepared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.clients.models import Client
from api.clients.queries import SheetView
from api.kit.clock import now
from api.kit.errors import NotFound
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.shares.cases import queries as cases
from api.shares.cases.queries import CaseView
from api.shares.models import ShareKind
from api.shares.proposals.policy import (
    Reason,
    Wanted,
    of_case,
    proposed,
    reason,
    words_in,
)
from api.visits import queries as visits
from api.visits.models import Visit
from api.visits.policy import visible_to
from api.visits.queries import VisitView

LOOKED_BACK = 5
"""Earlier visits at the client whose objections speak for a case."""


@dataclass(frozen=True)
class SuggestedCase:
    id: UUID
    kind: ShareKind
    title: str
    excerpt: str
    author: PersonRef
    reason: Reason
    worked: int
    partly: int
    not_worked: int


@dataclass(frozen=True)
class SuggestedCases:
    cases: Sequence[SuggestedCase]


def suggested(db: Session, actor: Actor, *, visit_id: UUID) -> SuggestedCases:
    """For a visit of the actor's own; other people's own cases only, at most one of each."""
    visit = visits.find(db, actor, visit_id)
    if visit.rep_id != actor.person_id:
        raise NotFound
    known = cases.offered(db, actor)
    if not known:
        return SuggestedCases([])
    wanted = _wanted(db, actor, visit)
    by_id = {case.id: case for case, _ in known}
    offered = [of_case(case, text) for case, text in known]
    chosen = proposed(offered, wanted, moment=now(db))
    return SuggestedCases([_view(by_id[one.id], reason(one, wanted)) for one in chosen])


def _wanted(db: Session, actor: Actor, visit: Visit) -> Wanted:
    """What the client said before, what the rep expects it to say, and what else is written about it."""
    client = db.get_one(Client, (actor.organisation_id, visit.client_id))
    sheet = clients.latest_sheets(db, actor.organisation_id, [client.id])[client.id]
    last = visits.last_at(db, visible_to(actor), client.id, most=LOOKED_BACK)
    heard = [one for before in last if before.check_in for one in before.check_in.objections]
    keys = {one.type_key for one in heard} | {one["type_key"] for one in sheet.objections["items"]}
    texts = [visit.aim, *(one.words for one in heard), *_texts(sheet), *_notes(last)]
    return Wanted(
        objections=frozenset(key for key in keys if key),
        industry=client.industry,
        words=frozenset().union(*(words_in(text) for text in texts if text)),
    )


def _texts(sheet: SheetView) -> Iterator[str | None]:
    yield from (sheet.goal, sheet.situation.get("text"))
    yield from (one["words"] for one in sheet.objections["items"])


def _notes(last: Sequence[VisitView]) -> list[str | None]:
    return [one.check_in.note for one in last if one.check_in]


def _view(case: CaseView, why: Reason) -> SuggestedCase:
    return SuggestedCase(
        id=case.id,
        kind=case.kind,
        title=case.title,
        excerpt=case.excerpt,
        author=case.author,
        reason=why,
        worked=case.worked,
        partly=case.partly,
        not_worked=case.not_worked,
    )
