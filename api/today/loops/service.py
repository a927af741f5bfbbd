"""The loops of one rep, for the rep and whoever walks beside them; a look by another is listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.kit.errors import NotFound
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.queries import PersonRef, ref
from api.people.service import seen
from api.today.loops import queries
from api.today.loops.policy import LOOKS_BACK, Loop, Stage, Step, loop


@dataclass(frozen=True)
class LoopView:
    skill_key: str
    name: dict[str, str]
    steps: Sequence[Step]
    visits: int
    moved: int | None
    breaks_at: Stage | None


@dataclass(frozen=True)
class LoopsView:
    person: PersonRef
    since: date
    until: date
    loops: Sequence[LoopView]


def loops(db: Session, actor: Actor, *, person_id: UUID) -> LoopsView:
    """Of the last ninety days. Raises NotFound for somebody the actor does not walk beside."""
    whose = db.get(Person, (actor.organisation_id, person_id))
    if whose is None or whose.deleted_at is not None or not actor.may_see(whose):
        raise NotFound
    seen(db, actor, whose.id, SightKind.LADDER)
    until = actor.today(db)
    days = (until - LOOKS_BACK, until)
    taught = queries.taught(db, whose, days)
    visited = queries.visited(db, whose, days)
    found = [
        _view(key, name, loop(taught.get(key, {}), visited.get(key, [])))
        for key, name in queries.skills(db, actor.organisation_id)
        if key in taught
    ]
    return LoopsView(ref(whose), *days, found)


def _view(key: str, name: dict[str, str], told: Loop) -> LoopView:
    return LoopView(key, name, told.steps, told.visits, told.moved, told.breaks_at)
